/** Directory roles: who holds one, who may activate one. */

import { type EntraRole, entraRoles } from "../../azure";
import { type Reply, refuse } from "../api/reply";
import type { Properties, RoleAssignment } from "../directory";
import { badRequest, graphError } from "./graph-error";
import { anyOf, type GraphCall, type GraphRoute, page } from "./graph-route";
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
    options: [...LIST_OPTIONS, "$expand"],
    answer: assignments,
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
      return shown(request, definitionProperties(role), {
        context: "roleManagement/directory/roleDefinitions/$entity",
      });
    },
  },
];

function assignments({ tenant, request }: GraphCall): Reply {
  const expand = request.query.get("$expand");
  if (expand !== undefined && expand !== "roleDefinition")
    return refuse(`expanding \`${expand}\` of role assignments is not in the contract`);
  // UNVERIFIED: the code of the error; the page documents that a filter is required.
  if (!request.query.has("$filter")) return badRequest(request, "The request must have a filter.");
  const items = tenant.directory.roleAssignments.map((each): Properties => {
    const role = entraRoles().get(each.roleDefinitionId.toLowerCase());
    const properties = assignmentProperties(each);
    return expand === undefined || !role ? properties : { ...properties, roleDefinition: definitionProperties(role) };
  });
  return listed(request, { context: "roleManagement/directory/roleAssignments", items, filterable: FILTERABLE });
}

function definitionProperties({ templateId, name }: EntraRole): Properties {
  return { id: templateId, displayName: name, isBuiltIn: true, templateId };
}

function assignmentProperties({ id, principalId, roleDefinitionId, directoryScopeId }: RoleAssignment): Properties {
  return { id, principalId, directoryScopeId, roleDefinitionId };
}
