/** An identifier that stands twice in a mapping. */

import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const entityIdentifierRepeated = ruleCheck({
  code: "PKT5113",
  title: "an identifier mapped twice",
  why: "One entity has one value of an identifier; the second mapping is refused.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: Name, columnName: A }\n      - { identifier: Name, columnName: B }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: Name, columnName: A }\n      - { identifier: UPNSuffix, columnName: B }",
  }),
  nearMiss: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: Name, columnName: A }\n  - entityType: Account\n    fieldMappings:\n      - { identifier: Name, columnName: B }",
  }),
  *rule({ entityMappings = [] }) {
    for (const [index, { fieldMappings = [] }] of entityMappings.entries()) {
      const identifiers = fieldMappings.map(({ identifier }) => identifier);
      for (const [field, identifier] of identifiers.entries()) {
        if (identifiers.indexOf(identifier) === field) continue;
        yield {
          path: `/entityMappings/${index}/fieldMappings/${field}/identifier`,
          message: `\`${identifier}\` is mapped twice for one entity`,
        };
      }
    }
  },
});
