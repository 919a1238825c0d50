/** A scheduled analytics rule, as the Azure-Sentinel repository writes it. */

import type { Static } from "typebox";
import { map, oneOf, optional, text, whole } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ruleKeys, ruleOverrideKeys } from "./rule-keys";

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

export const scheduled = {
  kind: "Scheduled",
  description,
  shape,
  identity: "key or id",
  foreignKeys: "ignore",
  overrides,
} as const satisfies KindDefinition;
