/** A scheduled analytics rule, as the Azure-Sentinel repository writes it. */

import type { Static } from "typebox";
import { map, oneOf, optional, text, whole } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ruleElsewhere, ruleKeys, ruleOverrideKeys } from "./rule-keys";
import { ownFolder, type Scaffold } from "./scaffold";

const OPERATORS = ["gt", "lt", "eq", "ne", "GreaterThan", "LessThan", "Equal", "NotEqual"] as const;

const description = "A scheduled analytics rule: the Azure-Sentinel repository's YAML, unchanged, and picket's keys.";

const schedule = {
  queryFrequency: text("How often the query runs, 5 minutes to 14 days.", { format: "duration" }),
  queryPeriod: text("How far back the query looks, 5 minutes to 14 days.", { format: "duration" }),
  triggerOperator: oneOf(OPERATORS, "How the number of rows is compared with the threshold."),
  triggerThreshold: whole("The number of rows to compare with, 0 to 10,000."),
};

const shape = documentShape("Scheduled", { ...ruleKeys, ...schedule }, description);

const overrides = map(
  {
    ...ruleOverrideKeys,
    queryFrequency: optional(schedule.queryFrequency),
    queryPeriod: optional(schedule.queryPeriod),
    triggerOperator: optional(schedule.triggerOperator),
    triggerThreshold: optional(schedule.triggerThreshold),
  },
  "Settings of a scheduled rule for one tenant.",
);

export type ScheduledBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("detection.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: Scheduled
name: ${title}
description: |
  What it finds, why that matters, and what to look at first.
severity: Medium
tactics: [CredentialAccess]
relevantTechniques: [T1110]
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
parameters:
  minFailures: { type: int, default: 20, minimum: 1, description: failed sign-ins from which on it alerts }
query: |
  SigninLogs
  | where ResultType == "50126"
  | summarize TimeGenerated = max(TimeGenerated), Failures = count() by UserPrincipalName, IPAddress
  | where Failures >= minFailures
entityMappings:
  - entityType: Account
    fieldMappings:
      - identifier: FullName
        columnName: UserPrincipalName
  - entityType: IP
    fieldMappings:
      - identifier: Address
        columnName: IPAddress
`,
};

export const scheduled = {
  kind: "Scheduled",
  description,
  shape,
  identity: "key or id",
  foreignKeys: "ignore",
  elsewhere: ruleElsewhere,
  overrides,
  scaffold,
} as const satisfies KindDefinition;
