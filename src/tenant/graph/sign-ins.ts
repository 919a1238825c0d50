/** Sign-in logs of the directory. */

import { notLicensed } from "./graph-error";
import { type GraphRoute, page } from "./graph-route";
import { LIST_OPTIONS, listed } from "./odata";

export const signInRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/auditLogs/signIns",
    source: page("signin-list"),
    // UNVERIFIED: the page has also asked for Directory.Read.All, by a known issue of the service; a tenant would settle it.
    allow: [["AuditLog.Read.All"]],
    options: LIST_OPTIONS,
    answer: ({ tenant: { directory }, request }) => {
      if (!directory.licences.has("Entra P1") && !directory.licences.has("Entra P2")) return notLicensed(request);
      return listed(request, {
        context: "auditLogs/signIns",
        items: directory.signIns,
        filterable: ["userId", "userPrincipalName", "ipAddress", "appId"],
        pageSize: { usual: 1000, max: 1000 },
      });
    },
  },
];
