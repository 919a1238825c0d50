/** The range of a grouping's look-back. */

import { GROUPING_SECONDS_MAX, GROUPING_SECONDS_MIN } from "../../azure";
import { isoSeconds } from "../duration";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const groupingLookback = ruleCheck({
  code: "PKT5124",
  title: "a grouping look-back out of range",
  why: "Alerts are grouped over 5 minutes to 7 days.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration: "incidentConfiguration: { groupingConfiguration: { enabled: true, lookbackDuration: 8d } }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration: "incidentConfiguration: { groupingConfiguration: { enabled: true, lookbackDuration: 7d } }",
  }),
  *rule({ incidentConfiguration }) {
    const text = incidentConfiguration?.groupingConfiguration?.lookbackDuration;
    const seconds = isoSeconds(text);
    if (seconds === undefined || (seconds >= GROUPING_SECONDS_MIN && seconds <= GROUPING_SECONDS_MAX)) return;
    yield {
      path: "/incidentConfiguration/groupingConfiguration/lookbackDuration",
      message: `lookbackDuration ${text} is out of range, expected 5 minutes to 7 days`,
    };
  },
  nearMiss: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration: "incidentConfiguration: { groupingConfiguration: { enabled: true, lookbackDuration: 5m } }",
  }),
});
