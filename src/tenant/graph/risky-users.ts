/** Identity protection: what it holds of a user, and what one tells it. */

import { NO_CONTENT, type Reply } from "../api/reply";
import { memberOf, textsOf } from "../api/request";
import { userNamed } from "../directory";
import { badRequest, notLicensed, resourceNotFound } from "./graph-error";
import { anyOf, type GraphCall, type GraphRoute, page } from "./graph-route";
import { shown } from "./odata";

const READ = anyOf("IdentityRiskyUser.Read.All", "IdentityRiskyUser.ReadWrite.All");
const WRITE = anyOf("IdentityRiskyUser.ReadWrite.All");

export const riskRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/identityProtection/riskyUsers/{user}",
    source: page("riskyuser-get"),
    allow: READ,
    options: ["$select"],
    answer: ({ tenant: { directory }, request, parts }) => {
      if (!directory.licences.has("Entra P2")) return notLicensed(request);
      const user = userNamed(directory, parts.user ?? "");
      if (!user?.risk) return resourceNotFound(request, parts.user ?? "");
      const { displayName = null, userPrincipalName = null } = user.properties;
      const properties = {
        id: user.id,
        isDeleted: false,
        isProcessing: false,
        riskLevel: user.risk.level,
        riskState: user.risk.state,
        userDisplayName: displayName,
        userPrincipalName,
      };
      return shown(request, properties, { context: "identityProtection/riskyUsers/$entity" });
    },
  },
  {
    method: "POST",
    path: "/identityProtection/riskyUsers/confirmCompromised",
    source: page("riskyuser-confirmcompromised"),
    allow: WRITE,
    answer: (call) => told(call, { level: "high", state: "confirmedCompromised" }),
  },
  {
    method: "POST",
    path: "/identityProtection/riskyUsers/dismiss",
    source: page("riskyuser-dismiss"),
    allow: WRITE,
    answer: (call) => told(call, { level: "none", state: "dismissed" }),
  },
];

function told({ tenant: { directory }, request }: GraphCall, risk: { level: string; state: string }): Reply {
  if (!directory.licences.has("Entra P2")) return notLicensed(request);
  const ids = textsOf(memberOf(request.body, "userIds"));
  if (!ids || ids.length === 0) return badRequest(request, "The parameter 'userIds' is missing or has a wrong type.");
  const unknown = ids.find((id) => !directory.users.has(id.toLowerCase()));
  if (unknown !== undefined) return resourceNotFound(request, unknown);
  for (const id of ids) {
    const user = directory.users.get(id.toLowerCase());
    if (user) user.risk = { ...risk };
  }
  return NO_CONTENT;
}
