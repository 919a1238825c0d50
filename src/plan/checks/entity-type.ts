/** The type of a mapped entity. */

import { ENTITY_TYPES } from "../../azure";
import { didYouMean } from "../../diagnostics";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const entityType = ruleCheck({
  code: "PKT5111",
  title: "an unknown entity type",
  why: "Sentinel refuses a mapping to a type that it does not have.",
  source: "https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Acount\n    fieldMappings:\n      - { identifier: AadUserId, columnName: UserId }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: AadUserId, columnName: UserId }\n  - entityType: IP\n    fieldMappings:\n      - { identifier: Address, columnName: IPAddress }",
  }),
  *rule({ entityMappings = [] }) {
    for (const [index, { entityType = "" }] of entityMappings.entries()) {
      if (ENTITY_TYPES.includes(entityType)) continue;
      const help = didYouMean(entityType, ENTITY_TYPES) ?? `one of ${ENTITY_TYPES.join(", ")}`;
      yield { path: `/entityMappings/${index}/entityType`, message: `unknown entity type \`${entityType}\``, help };
    }
  },
  nearMiss: rule({
    entityMappings:
      "entityMappings: [{ entityType: SubmissionMail, fieldMappings: [{ identifier: Recipient, columnName: To }] }]",
  }),
});
