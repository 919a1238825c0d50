/** Users: reading one, listing them, manager, owned objects. */

import { type Directory, userNamed } from "../directory";
import { insufficientPrivileges, resourceNotFound } from "./graph-error";
import { type GraphCall, type GraphRoute, page, READ_USERS } from "./graph-route";
import { LIST_OPTIONS, listed, shown } from "./odata";

/** What a user shows where nothing is selected.
 *  Source: https://learn.microsoft.com/graph/api/user-get, read 2026-11-25. */
const USUAL_PROPERTIES = [
  "businessPhones",
  "displayName",
  "givenName",
  "id",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
] as const;

/** Source: https://learn.microsoft.com/graph/api/resources/user, read 2026-11-25. */
export const USER_PROPERTIES: readonly string[] = [
  ...USUAL_PROPERTIES,
  "accountEnabled",
  "companyName",
  "createdDateTime",
  "creationType",
  "department",
  "externalUserState",
  "lastPasswordChangeDateTime",
  "onPremisesDomainName",
  "onPremisesImmutableId",
  "onPremisesSamAccountName",
  "onPremisesSecurityIdentifier",
  "onPremisesSyncEnabled",
  "securityIdentifier",
  "signInActivity",
  "signInSessionsValidFromDateTime",
  "usageLocation",
  "userType",
];

/** Of applications and groups that somebody owns. */
const OWNED_PROPERTIES = ["id", "displayName", "appId"];

const FILTERABLE = [
  "id",
  "userPrincipalName",
  "mail",
  "accountEnabled",
  "userType",
  "onPremisesSecurityIdentifier",
  "onPremisesSyncEnabled",
  "onPremisesSamAccountName",
  "securityIdentifier",
];

export const userRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/users/{user}",
    source: page("user-get"),
    allow: READ_USERS,
    options: ["$select"],
    answer: (call) => oneUser(call, (directory) => userNamed(directory, call.parts.user ?? "")?.id),
  },
  {
    method: "GET",
    path: "/users/{user}/manager",
    source: page("user-list-manager"),
    allow: READ_USERS,
    options: ["$select"],
    answer: (call) => oneUser(call, (directory) => userNamed(directory, call.parts.user ?? "")?.manager, "manager"),
  },
  {
    method: "GET",
    path: "/users",
    source: page("user-list"),
    allow: READ_USERS,
    options: LIST_OPTIONS,
    answer: (call) => {
      const { request, tenant } = call;
      if (asksForActivity(call) && !mayReadActivity(call)) return insufficientPrivileges(request);
      const items = [...tenant.directory.users.values()].map(({ properties }) => properties);
      return listed(request, { context: "users", items, filterable: FILTERABLE, known: USER_PROPERTIES });
    },
  },
  {
    method: "GET",
    path: "/users/{user}/ownedObjects",
    source: page("user-list-ownedobjects"),
    allow: READ_USERS,
    options: LIST_OPTIONS,
    answer: ({ tenant: { directory }, request, parts }) => {
      const user = userNamed(directory, parts.user ?? "");
      if (!user) return resourceNotFound(request, parts.user ?? "");
      const items = user.owned.flatMap((id) => {
        const group = directory.groups.get(id);
        const principal = directory.servicePrincipals.get(id);
        if (group) return [{ "@odata.type": "#microsoft.graph.group", ...group.properties }];
        return principal ? [{ "@odata.type": "#microsoft.graph.servicePrincipal", ...principal.properties }] : [];
      });
      return listed(request, { context: "directoryObjects", items, known: OWNED_PROPERTIES });
    },
  },
];

/** A user that is not there is a 404; so is a manager that nobody set. */
function oneUser(call: GraphCall, find: (directory: Directory) => string | undefined, what = "") {
  const { tenant, request, parts } = call;
  const user = tenant.directory.users.get(find(tenant.directory) ?? "");
  if (!user) return resourceNotFound(request, what === "" ? (parts.user ?? "") : what);
  if (asksForActivity(call) && !mayReadActivity(call)) return insufficientPrivileges(request);
  const context = what === "" ? "users/$entity" : "directoryObjects/$entity";
  return shown(request, user.properties, { context, known: USER_PROPERTIES, usual: USUAL_PROPERTIES });
}

/** `signInActivity` needs a right and a licence of its own.
 *  Source: https://learn.microsoft.com/graph/api/resources/signinactivity, read 2026-11-25. */
function asksForActivity({ request }: GraphCall): boolean {
  return (request.query.get("$select") ?? "").split(",").some((name) => name.trim() === "signInActivity");
}

function mayReadActivity({ caller, tenant: { directory } }: GraphCall): boolean {
  const isLicensed = directory.licences.has("Entra P1") || directory.licences.has("Entra P2");
  return isLicensed && caller.graph.has("AuditLog.Read.All");
}
