/** How many entities and identifiers a rule maps. */

import { ENTITY_IDENTIFIERS_MAX, ENTITY_MAPPINGS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const entityCount = ruleCheck({
  code: "PKT5110",
  title: "no entity mapping or too many",
  why: "A rule has one to ten entity mappings, each of one to three identifiers.",
  source: "https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: AadUserId, columnName: A }\n      - { identifier: Name, columnName: B }\n      - { identifier: UPNSuffix, columnName: C }\n      - { identifier: Sid, columnName: D }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: AadUserId, columnName: A }\n      - { identifier: Name, columnName: B }\n      - { identifier: UPNSuffix, columnName: C }",
  }),
  *rule({ entityMappings }) {
    const count = entityMappings?.length ?? 1;
    if (count > ENTITY_MAPPINGS_MAX)
      yield { path: "/entityMappings", message: `${count} entity mappings, at most ${ENTITY_MAPPINGS_MAX}` };
    for (const [index, { fieldMappings = [] }] of (entityMappings ?? []).entries()) {
      if (fieldMappings.length >= 1 && fieldMappings.length <= ENTITY_IDENTIFIERS_MAX) continue;
      const path = `/entityMappings/${index}/fieldMappings`;
      yield {
        path,
        message: `${fieldMappings.length} identifiers in one mapping, expected 1 to ${ENTITY_IDENTIFIERS_MAX}`,
      };
    }
  },
  nearMiss: rule({
    entityMappings: `entityMappings:\n${Array.from({ length: 10 }, (_, index) => `  - entityType: IP\n    fieldMappings: [{ identifier: Address, columnName: IP${index} }]\n`).join("")}`,
  }),
});
