/** What identifies a mapped entity at least. */

import { REQUIRED_IDENTIFIERS } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const entityRequired = ruleCheck({
  code: "PKT5114",
  title: "an entity without a required identifier",
  why: "Without one of them Sentinel can't make the entity; the mapping is refused.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: UPNSuffix, columnName: Domain }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: Name, columnName: User }\n      - { identifier: UPNSuffix, columnName: Domain }",
  }),
  nearMiss: rule({
    entityMappings:
      "entityMappings:\n  - entityType: FileHash\n    fieldMappings:\n      - { identifier: Algorithm, columnName: Kind }\n      - { identifier: Value, columnName: Hash }",
  }),
  *rule({ entityMappings = [] }) {
    for (const [index, { entityType = "", fieldMappings = [] }] of entityMappings.entries()) {
      const required = REQUIRED_IDENTIFIERS[entityType] ?? [];
      const mapped = new Set(fieldMappings.map(({ identifier }) => identifier));
      if (required.length === 0 || required.some((set) => set.every((each) => mapped.has(each)))) continue;
      const choices = required.map((set) => set.join(" and "));
      yield {
        path: `/entityMappings/${index}`,
        message: `${entityType} needs ${choices.length > 1 ? "one of " : ""}${choices.join(", ")}`,
      };
    }
  },
});
