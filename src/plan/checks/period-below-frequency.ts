/** A look-back that is shorter than the frequency. */

import { isoSeconds } from "../duration";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const periodBelowFrequency = ruleCheck({
  code: "PKT5106",
  title: "a query that looks back less far than it waits",
  why: "Between two runs there would be time that no run ever looks at; the service refuses it.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({ queryFrequency: "queryFrequency: 2h" }),
  prefer: rule({ queryFrequency: "queryFrequency: 2h", queryPeriod: "queryPeriod: 2h" }),
  *rule({ kind, queryFrequency, queryPeriod }) {
    const frequency = isoSeconds(queryFrequency);
    const period = isoSeconds(queryPeriod);
    if (kind !== "Scheduled" || frequency === undefined || period === undefined || period >= frequency) return;
    yield {
      path: "/queryPeriod",
      message: `queryPeriod ${queryPeriod} is shorter than queryFrequency ${queryFrequency}`,
    };
  },
  nearMiss: rule({ queryFrequency: "queryFrequency: 60m", queryPeriod: "queryPeriod: 1h" }),
});
