/** Directory roles: who holds one, who may activate one. */

import { entraRoles } from "../../azure";
import type { RoleAssignment } from "../directory";
import { graphError } from "./graph-error";
import { anyOf, type GraphRoute, page } from "./graph-route";
import { LIST_OPTIONS, listed, shown } from "./odata";

const READ = anyOf(
  "RoleManagement.Read.Directory",
  "RoleManagement.Read.All",
  "Directory.Read.All",
  "RoleManagement.ReadWrite.Directory",
  "Directory.ReadWrite.All",
);
const READ_ELIGIBLE = anyOf(
  "RoleEligibilitySchedule.Read.Directory",
  "RoleManagement.Read.Directory",
  "RoleManagement.Read.All",
  "RoleManagement.ReadWrite.Directory",
  "RoleEligibilitySchedule.ReadWrite.Directory",
);
const FILTERABLE = ["principalId", "roleDefinitionId"];

export const roleRoutes: readonly GraphRoute[] = [
  {
    method: "GET",
    path: "/roleManagement/directory/roleAssignments",
    source: page("rbacapplication-list-roleassignments"),
    allow: READ,
    options: LIST_OPTIONS,
    answer: ({ tenant, request }) =>
      request.query.has("$filter")
        ? listed(request, {
            context: "roleManagement/directory/roleAssignments",
            items: tenant.directory.roleAssignments.map(assignmentProperties),
            filterable: FILTERABLE,
          })
        : // UNVERIFIED: the code of the error; the page documents that a filter is required.
          graphError(request, 400, "Request_BadRequest", "The request must have a filter."),
  },
  {
    method: "GET",
    path: "/roleManagement/directory/roleEligibilityScheduleInstances",
    source: page("rbacapplication-list-roleeligibilityscheduleinstances"),
    allow: READ_ELIGIBLE,
    options: LIST_OPTIONS,
    answer: ({ tenant, request }) =>
      listed(request, {
        context: "roleManagement/directory/roleEligibilityScheduleInstances",
        items: tenant.directory.roleEligibilities.map((each) => ({
          ...assignmentProperties(each),
          memberType: "Direct",
          roleEligibilityScheduleId: each.id,
        })),
        filterable: FILTERABLE,
      }),
  },
  {
    method: "GET",
    path: "/roleManagement/directory/roleDefinitions/{role}",
    source: page("unifiedroledefinition-get"),
    allow: READ,
    options: ["$select"],
    answer: ({ request, parts }) => {
      const role = entraRoles().get((parts.role ?? "").toLowerCase());
      if (!role) return graphError(request, 404, "Request_ResourceNotFound", "The role definition does not exist.");
      const properties = { id: role.templateId, displayName: role.name, isBuiltIn: true, templateId: role.templateId };
      return shown(request, properties, { context: "roleManagement/directory/roleDefinitions/$entity" });
    },
  },
];

function assignmentProperties({ id, principalId, roleDefinitionId, directoryScopeId }: RoleAssignment) {
  return { id, principalId, directoryScopeId, roleDefinitionId };
}
