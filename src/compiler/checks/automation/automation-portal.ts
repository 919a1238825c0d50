/** A condition that does not work under the Defender portal. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, rule, tenant } from "../example";
import { PLACE } from "../playbooks/example";
import { automation } from "./example";

export const automationPortal: CheckInfo = {
  code: "PKT5546",
  severity: "warning",
  title: "a condition that does not work under the Defender portal",
  why: "Correlation renames and merges incidents, and all have the same provider: such a condition holds for none, or for others.",
  source: "https://learn.microsoft.com/azure/sentinel/move-to-defender, read 2026-11-23",
  avoid: documents(
    tenant(PLACE),
    rule(),
    automation({
      conditions:
        "conditions: [{ conditionType: Property, conditionProperties: { propertyName: IncidentTitle, operator: Contains, propertyValues: [spray] } }]",
    }),
  ),
  prefer: documents(tenant(PLACE), rule(), automation({ when: "when: { rules: [bad-address] }" })),
  nearMiss: documents(
    tenant(PLACE),
    rule(),
    automation({
      conditions:
        "conditions: [{ conditionType: Property, conditionProperties: { propertyName: IncidentLabel, operator: Contains, propertyValues: [IncidentTitle] } }]",
    }),
  ),
};
