/** Inputs whose change makes the provider delete a resource and create another. */

import type { Resource } from "./plan";

/**
 * Path parameters of each type: parts of the resource's id.
 * Source: provider/pkg/provider/diff.go of https://github.com/pulumi/pulumi-azure-native and the resources' pages, read 2026-11-23.
 */
const PATH_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  "azure-native:securityinsights:ScheduledAlertRule": ["resourceGroupName", "workspaceName", "ruleId", "kind"],
  "azure-native:securityinsights:AutomationRule": ["resourceGroupName", "workspaceName", "automationRuleId"],
  "azure-native:securityinsights:Watchlist": ["resourceGroupName", "workspaceName", "watchlistAlias"],
  "azure-native:securityinsights:WatchlistItem": [
    "resourceGroupName",
    "workspaceName",
    "watchlistAlias",
    "watchlistItemId",
  ],
  "azure-native:securityinsights:SentinelOnboardingState": [
    "resourceGroupName",
    "workspaceName",
    "sentinelOnboardingStateName",
  ],
  "azure-native:authorization:RoleAssignment": ["roleAssignmentName", "scope", "roleDefinitionId", "principalId"],
  "azure-native:logic:Workflow": ["resourceGroupName", "workflowName", "location"],
  "azuread:index/appRoleAssignment:AppRoleAssignment": ["appRoleId", "principalObjectId", "resourceObjectId"],
  "azure-native:operationalinsights:SavedSearch": ["resourceGroupName", "workspaceName", "savedSearchId"],
  "azure-native:resources:Resource": [
    "resourceGroupName",
    "parentResourcePath",
    "resourceProviderNamespace",
    "resourceType",
    "resourceName",
    "kind",
  ],
};

/**
 * Inputs of which a resource has one or the other: taking the one for the other makes another resource.
 * Source: named_location_resource.go of https://github.com/hashicorp/terraform-provider-azuread, read 2026-11-23.
 */
const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  "azuread:index/namedLocation:NamedLocation": ["country", "ip"],
};

/** Whether a change at a dotted path, of a resource that stays under its name, replaces it. */
export function isReplacing(path: string, resource: Pick<Resource, "type" | "options">): boolean {
  // The path of a part that is whole in one state and not there in the other ends with its name.
  if (ALTERNATIVES[resource.type]?.includes(path)) return true;
  return replacingInputs(resource).some((key) => path === key || path.startsWith(`${key}.`));
}

export function replacingInputs({ type, options }: Pick<Resource, "type" | "options">): readonly string[] {
  return [...(PATH_PARAMETERS[type] ?? []), ...(options.replaceOnChanges ?? [])];
}
