/** Service principals: reading one, and the application roles that it was assigned. */

import { resourceNotFound } from "./graph-error";
import { anyOf, type GraphRoute, page } from "./graph-route";
import { LIST_OPTIONS, listed, shown } from "./odata";

const READ = anyOf(
  "Application.Read.All",
  "Directory.Read.All",
  "Application.ReadWrite.All",
  "Directory.ReadWrite.All",
);

export const servicePrincipalRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/servicePrincipals",
    source: page("serviceprincipal-list"),
    allow: READ,
    options: LIST_OPTIONS,
    answer: ({ tenant, request }) =>
      listed(request, {
        context: "servicePrincipals",
        items: [...tenant.directory.servicePrincipals.values()].map(({ properties }) => properties),
        filterable: ["appId", "displayName"],
      }),
  },
  {
    method: "GET",
    path: "/servicePrincipals/{principal}",
    source: page("serviceprincipal-get"),
    allow: READ,
    options: ["$select"],
    answer: ({ tenant, request, parts }) => {
      const principal = tenant.directory.servicePrincipals.get((parts.principal ?? "").toLowerCase());
      if (!principal) return resourceNotFound(request, parts.principal ?? "");
      return shown(request, principal.properties, { context: "servicePrincipals/$entity" });
    },
  },
  {
    method: "GET",
    path: "/servicePrincipals/{principal}/appRoleAssignments",
    source: page("serviceprincipal-list-approleassignments"),
    allow: READ,
    options: LIST_OPTIONS,
    answer: ({ tenant: { directory }, request, parts }) => {
      const id = (parts.principal ?? "").toLowerCase();
      if (!directory.servicePrincipals.has(id)) return resourceNotFound(request, parts.principal ?? "");
      const items = directory.appRoleAssignments.filter(({ principalId }) => principalId === id);
      return listed(request, { context: "appRoleAssignments", items });
    },
  },
];
