/** The identifiers of a mapped entity. */

import { identifiersOf } from "../../azure";
import { didYouMean } from "../../diagnostics";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const entityIdentifier = ruleCheck({
  code: "PKT5112",
  title: "an identifier that the entity does not have",
  why: "Sentinel refuses an identifier that is not one of the type's.",
  source: "https://learn.microsoft.com/azure/sentinel/map-data-fields-to-entities, read 2026-11-23",
  avoid: rule({
    entityMappings:
      "entityMappings: [{ entityType: Account, fieldMappings: [{ identifier: Name, columnName: User }, { identifier: UpnSuffix, columnName: Domain }] }]",
  }),
  prefer: rule({
    entityMappings:
      "entityMappings:\n  - entityType: Account\n    fieldMappings:\n      - { identifier: AadUserId, columnName: UserId }\n  - entityType: IP\n    fieldMappings:\n      - { identifier: Address, columnName: IPAddress }",
  }),
  *rule({ entityMappings = [] }) {
    for (const [index, { entityType = "", fieldMappings = [] }] of entityMappings.entries()) {
      const known = identifiersOf(entityType);
      for (const [field, { identifier = "" }] of fieldMappings.entries()) {
        if (known.length === 0 || known.includes(identifier)) continue;
        const help = didYouMean(identifier, known) ?? `one of ${known.join(", ")}`;
        const path = `/entityMappings/${index}/fieldMappings/${field}/identifier`;
        yield { path, message: `\`${identifier}\` is no identifier of ${entityType}`, help };
      }
    }
  },
  nearMiss: rule({
    entityMappings:
      "entityMappings: [{ entityType: Account, fieldMappings: [{ identifier: Name, columnName: UpnSuffix }, { identifier: UPNSuffix, columnName: Domain }] }]",
  }),
});
