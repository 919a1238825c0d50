/** Entities that only weak identifiers name. */

import { strongSetsOf } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const entityWeak = ruleCheck({
  code: "PKT5115",
  severity: "info",
  title: "an entity that is only weakly identified",
  why: "A weak identifier may name several things (two people called Nina); such entities are not merged over alerts, and a playbook can't act on them.",
  source: "https://learn.microsoft.com/azure/sentinel/entities-reference, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Host\n    fieldMappings:\n      - { identifier: HostName, columnName: Computer }",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Host\n    fieldMappings:\n      - { identifier: HostName, columnName: Computer }\n      - { identifier: DnsDomain, columnName: Domain }",
  }),
  nearMiss: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Host\n    fieldMappings:\n      - { identifier: FullName, columnName: Computer }",
  }),
  *rule({ entityMappings = [] }) {
    for (const [index, { entityType = "", fieldMappings = [] }] of entityMappings.entries()) {
      const mapped = new Set(fieldMappings.map(({ identifier }) => identifier));
      const strong = strongSetsOf(entityType);
      const isStrong = mapped.has("FullName") || strong.some((set) => set.every((each) => mapped.has(each)));
      if (strong.length === 0 || isStrong) continue;
      const help = `strong: ${strong.map((set) => set.join(" + ")).join(", ")}`;
      yield {
        path: `/entityMappings/${index}`,
        message: `${entityType} is only weakly identified by ${[...mapped].join(", ")}`,
        help,
      };
    }
  },
});
