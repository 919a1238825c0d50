/** A selected grouping that names nothing. */

import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const groupingSelected = ruleCheck({
  code: "PKT5125",
  title: "a grouping by nothing",
  why: "With matchingMethod Selected, at least one entity, alert detail or custom detail has to be named; otherwise the service refuses the rule.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration:
      "incidentConfiguration: { groupingConfiguration: { enabled: true, matchingMethod: Selected } }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration:
      "incidentConfiguration: { groupingConfiguration: { enabled: true, matchingMethod: Selected, groupByEntities: [IP] } }",
  }),
  nearMiss: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration:
      "incidentConfiguration: { groupingConfiguration: { enabled: true, matchingMethod: AnyAlert } }",
  }),
  *rule({ incidentConfiguration }) {
    const grouping = incidentConfiguration?.groupingConfiguration;
    if (grouping?.matchingMethod !== "Selected" || !grouping.enabled) return;
    const named = [grouping.groupByEntities, grouping.groupByAlertDetails, grouping.groupByCustomDetails].flatMap(
      (each) => each ?? [],
    );
    if (named.length === 0)
      yield {
        path: "/incidentConfiguration/groupingConfiguration/matchingMethod",
        message: "matchingMethod Selected names nothing to group by",
        help: "add groupByEntities, groupByAlertDetails or groupByCustomDetails",
      };
  },
});
