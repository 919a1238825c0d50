/** The resource types of azure-native that the stand-in knows: where an object lives in ARM, and which input goes where in its body. */

import type { Properties } from "../values";

export interface ResourceType {
  /** Id in ARM; what stands in braces are inputs, except the subscription, which is the provider's. */
  readonly path: string;
  /** Absent where it is an input. */
  readonly apiVersion?: string;
  /** How the last part of the path is made up where the program leaves it out. */
  readonly autoName?: "uuid" | "random";
  readonly required: readonly string[];
  /** Inputs that stand at the top of the body; all others of `properties` go under `properties`. */
  readonly top: readonly string[];
  readonly properties: readonly string[];
  /** Inputs that can't change in place though they are no part of the id. */
  readonly replacing?: readonly string[];
}

const WORKSPACE =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}";
const SENTINEL = `${WORKSPACE}/providers/Microsoft.SecurityInsights`;

/** Inputs and defaults: constructors of @pulumi/azure-native 3.28.0. API versions and paths: the resources' doc comments there and
 *  https://learn.microsoft.com/azure/templates/microsoft.securityinsights/alertrules, read 2026-11-25. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "azure-native:securityinsights:ScheduledAlertRule": {
    path: `${SENTINEL}/alertRules/{ruleId}`,
    apiVersion: "2024-09-01",
    autoName: "uuid",
    required: [
      "displayName",
      "enabled",
      "kind",
      "query",
      "queryFrequency",
      "queryPeriod",
      "severity",
      "suppressionDuration",
      "suppressionEnabled",
      "triggerOperator",
      "triggerThreshold",
    ],
    top: ["kind"],
    properties: [
      "alertDetailsOverride",
      "alertRuleTemplateName",
      "customDetails",
      "description",
      "displayName",
      "enabled",
      "entityMappings",
      "eventGroupingSettings",
      "incidentConfiguration",
      "query",
      "queryFrequency",
      "queryPeriod",
      "severity",
      "suppressionDuration",
      "suppressionEnabled",
      "tactics",
      "techniques",
      "templateVersion",
      "triggerOperator",
      "triggerThreshold",
    ],
  },
  "azure-native:securityinsights:AutomationRule": {
    path: `${SENTINEL}/automationRules/{automationRuleId}`,
    apiVersion: "2024-09-01",
    autoName: "uuid",
    required: ["actions", "displayName", "order", "triggeringLogic"],
    top: [],
    properties: ["actions", "displayName", "order", "triggeringLogic"],
  },
  "azure-native:securityinsights:Watchlist": {
    path: `${SENTINEL}/watchlists/{watchlistAlias}`,
    apiVersion: "2024-09-01",
    autoName: "random",
    required: ["displayName", "itemsSearchKey", "provider"],
    top: [],
    properties: [
      "contentType",
      "defaultDuration",
      "description",
      "displayName",
      "isDeleted",
      "itemsSearchKey",
      "labels",
      "numberOfLinesToSkip",
      "provider",
      "rawContent",
      "source",
      "sourceType",
      "watchlistType",
    ],
  },
  "azure-native:securityinsights:WatchlistItem": {
    path: `${SENTINEL}/watchlists/{watchlistAlias}/watchlistItems/{watchlistItemId}`,
    apiVersion: "2024-09-01",
    autoName: "uuid",
    required: ["itemsKeyValue", "watchlistAlias"],
    top: [],
    properties: ["entityMapping", "isDeleted", "itemsKeyValue", "watchlistItemType"],
  },
  "azure-native:securityinsights:SentinelOnboardingState": {
    path: `${SENTINEL}/onboardingStates/{sentinelOnboardingStateName}`,
    apiVersion: "2024-09-01",
    autoName: "random",
    required: [],
    top: [],
    properties: ["customerManagedKey"],
  },
  "azure-native:operationalinsights:SavedSearch": {
    path: `${WORKSPACE}/savedSearches/{savedSearchId}`,
    apiVersion: "2023-09-01",
    autoName: "random",
    required: ["category", "displayName", "query"],
    top: [],
    properties: ["category", "displayName", "functionAlias", "functionParameters", "query", "tags", "version"],
  },
  "azure-native:logic:Workflow": {
    path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Logic/workflows/{workflowName}",
    apiVersion: "2019-05-01",
    autoName: "random",
    required: [],
    top: ["identity", "location", "tags"],
    properties: ["accessControl", "definition", "integrationAccount", "parameters", "state"],
    replacing: ["location"],
  },
  // UNVERIFIED: whether the real provider replaces for another principal or role; picket asks for it by itself.
  "azure-native:authorization:RoleAssignment": {
    path: "{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
    apiVersion: "2022-04-01",
    autoName: "uuid",
    required: ["principalId", "roleDefinitionId"],
    top: [],
    properties: ["condition", "conditionVersion", "description", "principalId", "principalType", "roleDefinitionId"],
  },
  "azure-native:resources:Resource": {
    path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/{resourceProviderNamespace}/{parentResourcePath}/{resourceType}/{resourceName}",
    autoName: "random",
    required: ["apiVersion", "parentResourcePath", "resourceProviderNamespace", "resourceType"],
    top: ["extendedLocation", "identity", "kind", "location", "managedBy", "plan", "properties", "sku", "tags"],
    properties: [],
  },
};

export function resourceType(token: string): ResourceType {
  const type = resourceTypes[token];
  if (type === undefined) throw new Error(`Resource type ${token} not found`);
  return type;
}

/** Inputs that are parts of the id. */
export function pathInputs({ path }: ResourceType): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).filter((name) => name !== "subscriptionId");
}

export function idOf(type: ResourceType, inputs: Properties, subscriptionId: string): string {
  const id = type.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === "subscriptionId" ? subscriptionId : String(inputs[name] ?? ""),
  );
  // A generic resource without a parent has an empty part.
  return id.replace("//", "/");
}

/** What the id says of the inputs; undefined where it is no id of this type. */
export function inputsOfId({ path }: ResourceType, id: string): Readonly<Record<string, string>> | undefined {
  const pattern = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    LONG_PARTS.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  const { subscriptionId: _, ...inputs } = new RegExp(`^${pattern}$`, "i").exec(id)?.groups ?? {};
  return Object.keys(inputs).length === 0 ? undefined : inputs;
}

/** Parts of an id that have slashes themselves. */
const LONG_PARTS: ReadonlySet<string> = new Set(["parentResourcePath", "scope"]);
