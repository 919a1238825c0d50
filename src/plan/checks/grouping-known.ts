/** What alerts are grouped by. */

import { didYouMean } from "../../diagnostics";
import { type Grouping, ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const groupingKnown = ruleCheck({
  code: "PKT5126",
  title: "a grouping by what the rule does not have",
  why: "Alerts are grouped only by entities that are mapped, custom details that are defined, and the alert details DisplayName and Severity.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration:
      "incidentConfiguration: { groupingConfiguration: { enabled: true, matchingMethod: Selected, groupByEntities: [Host] } }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings: [{ entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }]",
    incidentConfiguration:
      "incidentConfiguration: { groupingConfiguration: { enabled: true, matchingMethod: Selected, groupByEntities: [IP] } }",
  }),
  *rule({ incidentConfiguration, entityMappings = [], customDetails = {} }) {
    const grouping = incidentConfiguration?.groupingConfiguration ?? {};
    const lists: readonly (readonly [keyof Grouping & `groupBy${string}`, readonly string[], string])[] = [
      ["groupByEntities", entityMappings.map(({ entityType = "" }) => entityType), "mapped entity"],
      ["groupByAlertDetails", ["DisplayName", "Severity"], "alert detail"],
      ["groupByCustomDetails", Object.keys(customDetails), "custom detail of the rule"],
    ];
    for (const [key, known, what] of lists) {
      for (const [index, name] of (grouping[key] ?? []).entries()) {
        if (known.includes(name)) continue;
        const help = didYouMean(name, known);
        const path = `/incidentConfiguration/groupingConfiguration/${key}/${index}`;
        yield { path, message: `\`${name}\` is no ${what}`, ...(help ? { help } : {}) };
      }
    }
  },
  nearMiss: rule({
    customDetails: "customDetails: { Host: Computer }",
    incidentConfiguration:
      "incidentConfiguration: { groupingConfiguration: { enabled: true, matchingMethod: Selected, groupByCustomDetails: [Host], groupByAlertDetails: [Severity] } }",
  }),
});
