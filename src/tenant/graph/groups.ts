/** Groups: reading one, its members, adding and removing a member. */

import { NO_CONTENT, type Reply } from "../api/reply";
import { memberOf, textOf } from "../api/request";
import { type Directory, groupNamed, type Properties } from "../directory";
import { badRequest, insufficientPrivileges, resourceNotFound } from "./graph-error";
import { anyOf, type GraphCall, type GraphRoute, page } from "./graph-route";
import { LIST_OPTIONS, listed, shown } from "./odata";

/** What `$select` may name of a group, or of a role beside groups.
 *  Source: https://learn.microsoft.com/graph/api/resources/group, read 2026-11-25. */
export const GROUP_PROPERTIES: readonly string[] = [
  "id",
  "description",
  "displayName",
  "groupTypes",
  "isAssignableToRole",
  "mailEnabled",
  "membershipRule",
  "onPremisesSyncEnabled",
  "roleTemplateId",
  "securityEnabled",
];

const READ = anyOf(
  "GroupMember.Read.All",
  "GroupMember.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
);
const WRITE = anyOf("GroupMember.ReadWrite.All", "Group.ReadWrite.All", "Directory.ReadWrite.All");

export const groupRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/groups/{group}",
    source: page("group-get"),
    allow: READ,
    options: ["$select"],
    answer: ({ tenant, request, parts }) => {
      const group = groupNamed(tenant.directory, parts.group ?? "");
      if (!group) return resourceNotFound(request, parts.group ?? "");
      return shown(request, group.properties, { context: "groups/$entity" });
    },
  },
  {
    method: "GET",
    path: "/groups/{group}/members",
    source: page("group-list-members"),
    allow: READ,
    options: LIST_OPTIONS,
    answer: ({ tenant: { directory }, request, parts }) => {
      const group = groupNamed(directory, parts.group ?? "");
      if (!group) return resourceNotFound(request, parts.group ?? "");
      const items = [...group.members].map((id) => objectNamed(directory, id)).filter((each) => each !== undefined);
      return listed(request, { context: "directoryObjects", items });
    },
  },
  {
    method: "POST",
    path: "/groups/{group}/members/$ref",
    source: page("group-post-members"),
    allow: WRITE,
    answer: addMember,
  },
  {
    method: "DELETE",
    path: "/groups/{group}/members/{member}/$ref",
    source: page("group-delete-members"),
    allow: WRITE,
    answer: (call) => {
      const { tenant, request, parts } = call;
      const group = groupNamed(tenant.directory, parts.group ?? "");
      if (!group) return resourceNotFound(request, parts.group ?? "");
      if (isLocked(call, group.properties)) return insufficientPrivileges(request);
      const removed = group.members.delete((parts.member ?? "").toLowerCase());
      return removed ? NO_CONTENT : resourceNotFound(request, parts.member ?? "");
    },
  },
];

function addMember(call: GraphCall): Reply {
  const { tenant, request, parts } = call;
  const group = groupNamed(tenant.directory, parts.group ?? "");
  if (!group) return resourceNotFound(request, parts.group ?? "");
  const reference = textOf(memberOf(request.body, "@odata.id"));
  const id = /\/(?:directoryObjects|users)\/([^/]+)$/i.exec(reference)?.[1]?.toLowerCase();
  if (id === undefined) return badRequest(request, "The @odata.id of the reference is missing or malformed.");
  if (!objectNamed(tenant.directory, id)) return resourceNotFound(request, id);
  if (isLocked(call, group.properties)) return insufficientPrivileges(request);
  if (group.members.has(id))
    return badRequest(
      request,
      "One or more added object references already exist for the following modified properties: 'members'.",
    );
  group.members.add(id);
  return NO_CONTENT;
}

/** Members of a role-assignable group need a right of their own.
 *  Source: https://learn.microsoft.com/graph/api/group-post-members, read 2026-11-25. */
function isLocked({ caller }: GraphCall, { isAssignableToRole }: Properties): boolean {
  return isAssignableToRole === true && !caller.graph.has("RoleManagement.ReadWrite.Directory");
}

function objectNamed({ users, groups, servicePrincipals }: Directory, id: string): Properties | undefined {
  const [user, group, principal] = [users.get(id), groups.get(id), servicePrincipals.get(id)];
  if (user) return { "@odata.type": "#microsoft.graph.user", ...user.properties };
  if (group) return { "@odata.type": "#microsoft.graph.group", ...group.properties };
  return principal && { "@odata.type": "#microsoft.graph.servicePrincipal", ...principal.properties };
}
