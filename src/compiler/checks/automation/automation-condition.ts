/** A condition that the service does not know. */

import type { CheckInfo } from "../../../diagnostics";
import { automation } from "./example";

export const automationCondition: CheckInfo = {
  code: "PKT5542",
  severity: "error",
  title: "a condition that the service does not know",
  why: "A condition that is refused fails the deployment; one that is misread makes the rule run for other incidents.",
  source: "https://learn.microsoft.com/rest/api/securityinsights/automation-rules/create-or-update, read 2026-11-23",
  avoid: automation({
    conditions:
      "conditions: [{ conditionType: Property, conditionProperties: { propertyName: IncidentTitel, operator: Equals, propertyValues: [a] } }]",
  }),
  prefer: automation({
    conditions:
      "conditions: [{ conditionType: Property, conditionProperties: { propertyName: IncidentSeverity, operator: Equals, propertyValues: [High] } }]",
  }),
  nearMiss: automation({
    conditions:
      "conditions: [{ conditionType: Property, conditionProperties: { propertyName: AccountUPNSuffix, operator: NotEndsWith, propertyValues: [contoso.example] } }]",
  }),
};
