/** Ids of Azure built-in roles and of Microsoft Graph application permissions, by name. */

import { AZURE_ROLES } from "./generated/azure-roles";
import { GRAPH_APPLICATION_PERMISSIONS } from "./generated/graph-application-permissions";
import { namedIds } from "./named-ids";

const roleIds = namedIds(AZURE_ROLES);
const permissionIds = namedIds(GRAPH_APPLICATION_PERMISSIONS);

/** The role definition id of an Azure built-in role. */
export function azureRoleId(displayName: string): string | undefined {
  return roleIds.get(displayName);
}

/** The app role id of a Microsoft Graph application permission. */
export function graphPermissionId(value: string): string | undefined {
  return permissionIds.get(value);
}

const roleNames = new Map([...roleIds].map(([name, id]) => [id.toLowerCase(), name]));
const permissionNames = new Map([...permissionIds].map(([name, id]) => [id.toLowerCase(), name]));

/** The name of an Azure built-in role, by its definition id. */
export function azureRoleName(id: string): string | undefined {
  return roleNames.get(id.toLowerCase());
}

/** The value of a Microsoft Graph application permission, by its app role id. */
export function graphPermissionName(id: string): string | undefined {
  return permissionNames.get(id.toLowerCase());
}
