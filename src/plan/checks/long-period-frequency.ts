/** How often a rule with a long look-back runs. */

import { LONG_PERIOD_FREQUENCY_SECONDS_MIN, LONG_PERIOD_SECONDS } from "../../azure";
import { isoSeconds } from "../duration";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const longPeriodFrequency = ruleCheck({
  code: "PKT5107",
  title: "a long look-back that runs too often",
  why: "With a look-back of 2 days or more a rule runs at most once an hour.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({ queryFrequency: "queryFrequency: 15m", queryPeriod: "queryPeriod: 2d" }),
  prefer: rule({ queryPeriod: "queryPeriod: 2d" }),
  nearMiss: rule({ queryFrequency: "queryFrequency: 15m", queryPeriod: "queryPeriod: 47h" }),
  *rule({ kind, queryFrequency, queryPeriod }) {
    const frequency = isoSeconds(queryFrequency) ?? LONG_PERIOD_FREQUENCY_SECONDS_MIN;
    const period = isoSeconds(queryPeriod) ?? 0;
    if (kind !== "Scheduled" || period < LONG_PERIOD_SECONDS || frequency >= LONG_PERIOD_FREQUENCY_SECONDS_MIN) return;
    yield {
      path: "/queryFrequency",
      message: `queryFrequency ${queryFrequency} with queryPeriod ${queryPeriod}, expected at least an hour from 2 days on`,
    };
  },
});
