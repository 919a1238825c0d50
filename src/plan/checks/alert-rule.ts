/** An analytics rule as a check sees it, whichever resource class carries it. */

import type { ResourceCheck, ResourceFinding, ResourceInputs } from "./resource-check";

export const SCHEDULED_RULE_TYPE = "azure-native:securityinsights:ScheduledAlertRule";
export const GENERIC_RESOURCE_TYPE = "azure-native:resources:Resource";

export interface EntityMapping {
  readonly entityType?: string;
  readonly fieldMappings?: readonly { readonly identifier?: string; readonly columnName?: string }[];
}

/** The properties of a rule that have the type they should; whatever else is there (an unknown output) is left out. */
export interface AlertRule {
  readonly kind: "Scheduled" | "NRT";
  /** Where the properties start in the inputs: `` or `/properties`. */
  readonly prefix: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly query?: string;
  readonly queryFrequency?: string;
  readonly queryPeriod?: string;
  readonly triggerThreshold?: number;
  readonly suppressionEnabled?: boolean;
  readonly suppressionDuration?: string;
  readonly tactics?: readonly string[];
  readonly techniques?: readonly string[];
  readonly entityMappings?: readonly EntityMapping[];
  readonly customDetails?: Readonly<Record<string, string>>;
  readonly alertDetailsOverride?: AlertDetails;
  readonly incidentConfiguration?: { readonly createIncident?: boolean; readonly groupingConfiguration?: Grouping };
  readonly alertRuleTemplateName?: string;
  readonly templateVersion?: string;
}

export interface AlertDetails {
  readonly alertDisplayNameFormat?: string;
  readonly alertDescriptionFormat?: string;
  readonly alertDynamicProperties?: readonly { readonly alertProperty?: string; readonly value?: string }[];
}

export interface Grouping {
  readonly enabled?: boolean;
  readonly lookbackDuration?: string;
  readonly matchingMethod?: string;
  readonly groupByEntities?: readonly string[];
  readonly groupByAlertDetails?: readonly string[];
  readonly groupByCustomDetails?: readonly string[];
}

const TYPES: Readonly<Record<string, "string" | "number" | "boolean" | "list" | "map">> = {
  displayName: "string",
  description: "string",
  query: "string",
  queryFrequency: "string",
  queryPeriod: "string",
  triggerThreshold: "number",
  suppressionEnabled: "boolean",
  suppressionDuration: "string",
  tactics: "list",
  techniques: "list",
  entityMappings: "list",
  customDetails: "map",
  alertDetailsOverride: "map",
  incidentConfiguration: "map",
  alertRuleTemplateName: "string",
  templateVersion: "string",
};

/** Every check asks for the rule of the same inputs: it is made once. */
const rules = new WeakMap<ResourceInputs["inputs"], AlertRule | undefined>();

/** The rule that a resource is, if it is one. */
export function alertRuleOf(resource: ResourceInputs): AlertRule | undefined {
  if (!rules.has(resource.inputs)) rules.set(resource.inputs, readAlertRule(resource));
  return rules.get(resource.inputs);
}

function readAlertRule({ type, inputs }: ResourceInputs): AlertRule | undefined {
  if (type === SCHEDULED_RULE_TYPE) return { kind: "Scheduled", prefix: "", ...typed(inputs) };
  const { kind, properties } = inputs;
  if (type !== GENERIC_RESOURCE_TYPE || inputs.resourceType !== "alertRules") return undefined;
  if ((kind !== "NRT" && kind !== "Scheduled") || typeof properties !== "object" || properties === null)
    return undefined;
  return { kind, prefix: "/properties", ...typed(properties as Readonly<Record<string, unknown>>) };
}

function typed(properties: Readonly<Record<string, unknown>>): Partial<AlertRule> {
  const entries = Object.entries(TYPES).filter(([key, type]) => isOfType(properties[key], type));
  return Object.fromEntries(entries.map(([key]) => [key, properties[key]]));
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "list") return Array.isArray(value);
  if (type === "map") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

type RuleCheckParts = Omit<ResourceCheck, "run" | "severity"> & {
  readonly severity?: ResourceCheck["severity"];
  readonly rule: (rule: AlertRule) => Iterable<ResourceFinding>;
};

/** A check on analytics rules; its paths start at the rule's properties. An error unless it says otherwise. */
export function ruleCheck({ rule, ...info }: RuleCheckParts): ResourceCheck {
  return {
    severity: "error",
    ...info,
    *run(resource) {
      const found = alertRuleOf(resource);
      if (!found) return;
      for (const each of rule(found)) yield { ...each, path: found.prefix + each.path };
    },
  };
}
