import { expect, test } from "vitest";
import { automationRuns, type IncidentFacts } from "../../src/sentinel";

const FACTS: IncidentFacts = {
  title: "Bad source",
  description: "",
  severity: "High",
  status: "New",
  providerName: "Azure Sentinel",
  ruleIds: ["/subscriptions/s/alertRules/One"],
  tactics: ["InitialAccess", "Persistence"],
  tags: ["2023", "2024"],
  entities: [
    { type: "Account", identifiers: { Name: "nina" } },
    { type: "IP", identifiers: { Address: "203.0.113.9" } },
  ],
  customDetails: { Reasons: ["spray", "tor"], Country: ["NL"] },
};

const property = (propertyName: string, operator: string, ...propertyValues: string[]) => ({
  conditionType: "Property",
  conditionProperties: { propertyName, operator, propertyValues },
});
const joined = (operator: string, ...innerConditions: object[]) => ({
  conditionType: "Boolean",
  conditionProperties: { operator, innerConditions },
});
const items = (arrayType: string, ...itemConditions: object[]) => ({
  conditionType: "PropertyArray",
  conditionProperties: { arrayType, arrayConditionType: "AnyItem", itemConditions },
});
const detail = (key: string, value: string) =>
  items(
    "CustomDetails",
    property("IncidentCustomDetailsKey", "Equals", key),
    items("CustomDetailValues", property("IncidentCustomDetailsValue", "Equals", value)),
  );

function verdict(condition: object): string {
  const rule = {
    key: "r",
    order: 1,
    actions: [],
    triggeringLogic: {
      isEnabled: true,
      triggersOn: "Incidents",
      triggersWhen: "Created",
      conditions: [condition as never],
    },
  };
  const { keys, unclear } = automationRuns([rule], FACTS, 0);
  return unclear[0]?.why ?? (keys.length > 0 ? "runs" : "does not run");
}

test.each([
  ["one of several values", property("IncidentSeverity", "Equals", "Medium", "High"), "runs"],
  ["none of several values", property("IncidentSeverity", "NotEquals", "Medium", "Low"), "runs"],
  ["a part of the title", property("IncidentTitle", "Contains", "source"), "runs"],
  ["the start", property("IncidentTitle", "StartsWith", "source"), "does not run"],
  ["the end", property("IncidentTitle", "EndsWith", "source"), "runs"],
  [
    "a rule, whatever the case of its id",
    property("IncidentRelatedAnalyticRuleIds", "Contains", "/subscriptions/s/alertRules/one"),
    "runs",
  ],
  ["one of the tactics", property("IncidentTactics", "Contains", "Persistence"), "runs"],
  ["an address", property("IPAddress", "Equals", "203.0.113.9"), "runs"],
  ["a host that is not there", property("HostName", "Equals", "ws"), "does not run"],
  [
    "not a host, where there is none",
    property("HostName", "NotEquals", "ws"),
    "whether `NotEquals` holds where there is no `HostName` is not documented",
  ],
  [
    "letters in another case",
    property("AccountName", "Equals", "Nina"),
    "`AccountName` differs from the condition only in the case of letters, and whether that counts is not documented",
  ],
  [
    "not a tag that one of two has",
    property("IncidentLabel", "NotContains", "2024"),
    "`NotContains` holds for some of `IncidentLabel` and not for others",
  ],
  ["not a tag that none has", property("IncidentLabel", "NotContains", "2025"), "runs"],
  [
    "a property that is not evaluated",
    property("IncidentUpdatedBySource", "Equals", "Playbook"),
    "conditions on `IncidentUpdatedBySource` are not evaluated",
  ],
  [
    "and",
    joined("And", property("IncidentStatus", "Equals", "New"), property("IncidentTitle", "Equals", "x")),
    "does not run",
  ],
  ["or", joined("Or", property("IncidentStatus", "Equals", "New"), property("IncidentTitle", "Equals", "x")), "runs"],
  [
    "false beside what can't be told",
    joined("And", property("AccountName", "Equals", "Nina"), property("IncidentTitle", "Equals", "x")),
    "does not run",
  ],
  ["a custom detail and its value", detail("Reasons", "tor"), "runs"],
  ["a value of another detail", detail("Country", "tor"), "does not run"],
  [
    "a change, of a new incident",
    { conditionType: "PropertyChanged", conditionProperties: {} },
    "conditions of type `PropertyChanged` are not evaluated for a new incident",
  ],
])("%s", (_, condition, expected) => {
  expect(verdict(condition)).toBe(expected);
});

test("rules that are off, over, or for something else do not run", () => {
  const logic = { isEnabled: true, triggersOn: "Incidents", triggersWhen: "Created" };
  const rules = [
    { isEnabled: false },
    { triggersOn: "Alerts" },
    { triggersWhen: "Updated" },
    { expirationTimeUtc: "2026-01-01T00:00:00Z" },
    {},
  ].map((change, index) => ({ key: `r${index}`, order: index, actions: [], triggeringLogic: { ...logic, ...change } }));
  expect(automationRuns(rules, FACTS, Date.parse("2026-02-01T00:00:00Z"))).toEqual({ keys: ["r4"], unclear: [] });
});
