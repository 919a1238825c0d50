/** What a user is a member of. */

import { ok, type Reply } from "../api/reply";
import { memberOf, textsOf } from "../api/request";
import { type Directory, groupsOf, type Properties, userNamed } from "../directory";
import { badRequest, graphError, resourceNotFound } from "./graph-error";
import { anyOf, type GraphCall, type GraphRoute, page, READ_MEMBERSHIPS } from "./graph-route";
import { GROUP_PROPERTIES } from "./groups";
import { listed } from "./odata";

/** Source: https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups, read 2026-11-25. */
const GROUPS_CHECKED_MAX = 20;

const READ_GROUPS = ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const LIST_MEMBERSHIPS = anyOf("User.Read.All", ...READ_GROUPS);

export const memberRoutes: readonly GraphRoute[] = [
  {
    method: "POST",
    path: "/users/{user}/checkMemberGroups",
    source: page("directoryobject-checkmembergroups"),
    allow: READ_MEMBERSHIPS,
    answer: ({ tenant: { directory }, request, parts }) => {
      const ids = textsOf(memberOf(request.body, "groupIds"));
      if (!ids) return badRequest(request, "The parameter 'groupIds' is missing or has a wrong type.");
      if (ids.length > GROUPS_CHECKED_MAX)
        return badRequest(request, `The number of values in 'groupIds' exceeds the limit of ${GROUPS_CHECKED_MAX}.`);
      const user = userNamed(directory, parts.user ?? "");
      if (!user) return resourceNotFound(request, parts.user ?? "");
      const own = new Set(groupsOf(directory, user.id).map(({ id }) => id.toLowerCase()));
      return textList(ids.filter((id) => own.has(id.toLowerCase())));
    },
  },
  {
    method: "POST",
    path: "/users/{user}/getMemberGroups",
    source: page("directoryobject-getmembergroups"),
    allow: READ_MEMBERSHIPS,
    answer: ({ tenant: { directory }, request, parts }) => {
      const user = userNamed(directory, parts.user ?? "");
      if (!user) return resourceNotFound(request, parts.user ?? "");
      const isSecurityOnly = memberOf(request.body, "securityEnabledOnly") === true;
      const groups = groupsOf(directory, user.id);
      return textList(
        groups.filter((each) => !isSecurityOnly || each.properties.securityEnabled === true).map(({ id }) => id),
      );
    },
  },
  ...["memberOf", "transitiveMemberOf"].flatMap((list): readonly GraphRoute[] => [
    {
      method: "GET",
      path: `/users/{user}/${list}`,
      source: page(`user-list-${list.toLowerCase()}`),
      allow: LIST_MEMBERSHIPS,
      options: ["$select", "$top", "$skiptoken"],
      answer: memberships,
    },
    {
      method: "GET",
      path: `/users/{user}/${list}/microsoft.graph.group`,
      source: page(`user-list-${list.toLowerCase()}`),
      allow: LIST_MEMBERSHIPS,
      options: ["$select", "$top", "$skiptoken", "$count"],
      answer: (call) => (asksForIndex(call) ? memberships(call) : indexRequired(call)),
    },
  ]),
];

function textList(value: readonly string[]): Reply {
  return ok({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#Collection(Edm.String)", value });
}

/** A cast is answered from an index, which has to be asked for.
 *  Source: https://learn.microsoft.com/graph/api/user-list-transitivememberof (ConsistencyLevel), read 2026-11-25. */
function asksForIndex({ request }: GraphCall): boolean {
  return (
    request.headers.get("consistencylevel")?.toLowerCase() === "eventual" && request.query.get("$count") === "true"
  );
}

function indexRequired({ request }: GraphCall): Reply {
  return graphError(
    request,
    400,
    "Request_UnsupportedQuery",
    "The request needs ConsistencyLevel: eventual and $count.",
  );
}

function memberships({ tenant: { directory }, request, parts, caller }: GraphCall): Reply {
  const user = userNamed(directory, parts.user ?? "");
  if (!user) return resourceNotFound(request, parts.user ?? "");
  const isCast = request.segments.at(-1)?.toLowerCase() === "microsoft.graph.group";
  const isTransitive = request.segments.some((segment) => segment.toLowerCase() === "transitivememberof");
  const isReadable = READ_GROUPS.some((value) => caller.graph.has(value));
  const groups = groupsOf(directory, user.id)
    .filter(({ members }) => isTransitive || members.has(user.id))
    .map(({ properties }) => ({
      "@odata.type": "#microsoft.graph.group",
      ...(isReadable ? properties : hidden(properties)),
    }));
  const items = [...groups, ...(isCast ? [] : rolesOf(directory, user.id))];
  const all = listed(request, {
    context: isCast ? "groups" : "directoryObjects",
    items,
    known: GROUP_PROPERTIES,
  });
  const isCounted = isCast && "body" in all && typeof all.body === "object";
  return isCounted ? { ...all, body: { ...(all.body as Properties), "@odata.count": items.length } } : all;
}

/** Of a member whose type the caller may not read only the id is shown.
 *  Source: https://learn.microsoft.com/graph/permissions-overview (limited information), read 2026-11-25. */
function hidden({ id, ...others }: Properties): Properties {
  return { id: id ?? null, ...Object.fromEntries(Object.keys(others).map((name) => [name, null])) };
}

/** Directory roles stand beside groups in `memberOf`. */
function rolesOf({ roleAssignments }: Directory, userId: string): readonly Properties[] {
  return roleAssignments
    .filter(({ principalId }) => principalId === userId)
    .map(({ roleDefinitionId }) => ({
      "@odata.type": "#microsoft.graph.directoryRole",
      id: roleDefinitionId,
      roleTemplateId: roleDefinitionId,
    }));
}
