/** What a user has consented to, and which applications were assigned. */

import { type Properties, userNamed } from "../directory";
import { resourceNotFound } from "./graph-error";
import { anyOf, type GraphCall, type GraphRoute, page } from "./graph-route";
import { LIST_OPTIONS, listed } from "./odata";

export const grantRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/users/{user}/oauth2PermissionGrants",
    source: page("user-list-oauth2permissiongrants"),
    allow: anyOf(
      "DelegatedPermissionGrant.Read.All",
      "DelegatedPermissionGrant.ReadWrite.All",
      "Directory.Read.All",
      "Directory.ReadWrite.All",
    ),
    options: LIST_OPTIONS,
    answer: (call) => ofUser(call, call.tenant.directory.permissionGrants, "oauth2PermissionGrants"),
  },
  {
    method: "GET",
    path: "/users/{user}/appRoleAssignments",
    source: page("user-list-approleassignments"),
    allow: anyOf("Directory.Read.All", "AppRoleAssignment.ReadWrite.All", "Directory.ReadWrite.All"),
    options: LIST_OPTIONS,
    answer: (call) => ofUser(call, call.tenant.directory.appRoleAssignments, "appRoleAssignments"),
  },
];

function ofUser({ tenant, request, parts }: GraphCall, all: readonly Properties[], context: string) {
  const user = userNamed(tenant.directory, parts.user ?? "");
  if (!user) return resourceNotFound(request, parts.user ?? "");
  return listed(request, { context, items: all.filter(({ principalId }) => principalId === user.id) });
}
