/** The conditions of an automation rule: the short form's, and those that are written as ARM has them. */

import type { DocumentOf } from "../../documents";
import type { Json } from "../../plan";

type When = NonNullable<DocumentOf<"AutomationRule">["body"]["when"]>;

/** A condition with the pointer into the document from which it is made. */
export interface PlacedCondition {
  readonly condition: Json;
  readonly pointer: string;
}

export type Trigger = DocumentOf<"AutomationRule">["body"]["on"];

/** Keys AND, entries OR. `ruleIds` are the resource ids of the rules that this tenant has. */
export function shortConditions(when: When, on: Trigger, ruleIds: readonly string[]): readonly PlacedCondition[] {
  const { rules, severity, status, tags, tactics, changed } = when;
  const made: PlacedCondition[] = [];
  const add = (pointer: string, condition: Json) => made.push({ condition, pointer: `/when/${pointer}` });
  if (rules) add("rules", property(ruleProperty(on), "Contains", ruleIds));
  if (severity) add("severity", property("IncidentSeverity", "Equals", severity));
  if (status) add("status", property("IncidentStatus", "Equals", status));
  if (tags) add("tags", property("IncidentLabel", "Equals", tags));
  if (tactics) add("tactics", property("IncidentTactics", "Contains", tactics));
  if (changed) add("changed", anyOf(changed.map(changedCondition)));
  return made;
}

export function ruleProperty(on: Trigger): string {
  return on === "alert created" ? "AlertAnalyticRuleIds" : "IncidentRelatedAnalyticRuleIds";
}

function property(propertyName: string, operator: string, propertyValues: readonly string[]): Json {
  return { conditionType: "Property", conditionProperties: { propertyName, operator, propertyValues } };
}

const CHANGED_PROPERTIES: Readonly<Record<string, string>> = {
  severity: "IncidentSeverity",
  status: "IncidentStatus",
  owner: "IncidentOwner",
};

const CHANGED_LISTS: Readonly<Record<string, string>> = {
  alerts: "Alerts",
  tags: "Labels",
  tactics: "Tactics",
  comments: "Comments",
};

function changedCondition(what: string): Json {
  const propertyName = CHANGED_PROPERTIES[what];
  if (propertyName !== undefined) return { conditionType: "PropertyChanged", conditionProperties: { propertyName } };
  const arrayType = CHANGED_LISTS[what] ?? what;
  return { conditionType: "PropertyArrayChanged", conditionProperties: { arrayType, changeType: "Added" } };
}

function anyOf(conditions: readonly Json[]): Json {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return { conditionType: "Boolean", conditionProperties: { operator: "Or", innerConditions: conditions } };
}
