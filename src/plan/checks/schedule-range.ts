/** The range of a rule's schedule. */

import { QUERY_SCHEDULE_SECONDS_MAX, QUERY_SCHEDULE_SECONDS_MIN } from "../../azure";
import { isoSeconds } from "../duration";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const scheduleRange = ruleCheck({
  code: "PKT5105",
  title: "a schedule out of range",
  why: "A scheduled rule runs every 5 minutes to 14 days and looks back 5 minutes to 14 days.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({ queryFrequency: "queryFrequency: 1m" }),
  prefer: rule({ queryFrequency: "queryFrequency: 5m" }),
  nearMiss: rule({ queryPeriod: "queryPeriod: 14d", queryFrequency: "queryFrequency: 14d" }),
  *rule({ kind, queryFrequency, queryPeriod }) {
    if (kind !== "Scheduled") return;
    for (const [key, text] of Object.entries({ queryFrequency, queryPeriod })) {
      const seconds = isoSeconds(text);
      if (seconds === undefined || (seconds >= QUERY_SCHEDULE_SECONDS_MIN && seconds <= QUERY_SCHEDULE_SECONDS_MAX))
        continue;
      yield { path: `/${key}`, message: `${key} ${text} is out of range, expected 5 minutes to 14 days` };
    }
  },
});
