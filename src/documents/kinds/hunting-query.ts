/** A hunting query, as the Azure-Sentinel repository writes it. */

import type { Static } from "typebox";
import { optional, text } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ruleElsewhere, ruleKeys } from "./rule-keys";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A hunting query: the Azure-Sentinel repository's YAML, unchanged, and picket's keys.";

const { name, status, requiredDataConnectors, tactics, relevantTechniques, query, entityMappings, customDetails } =
  ruleKeys;
const { version, metadata, tags, severity, parameters, generation } = ruleKeys;

/** Some published queries have ids that are no GUIDs. Source: https://github.com/Azure/Azure-Sentinel, read 2026-11-26. */
const id = optional(
  text("Id of the query, stable for ever, at best a GUID; without it, one is made from the key.", { minLength: 1 }),
);

const shape = documentShape(
  "HuntingQuery",
  {
    id,
    name,
    description: ruleKeys.description,
    status,
    severity,
    requiredDataConnectors,
    tactics,
    relevantTechniques,
    query,
    entityMappings,
    customDetails,
    version,
    metadata,
    tags,
    "description-detailed": ruleKeys["description-detailed"],
    description_detailed: ruleKeys.description_detailed,
    parameters,
    optional: ruleKeys.optional,
    generation,
  },
  description,
);

export type HuntingQueryBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("hunt.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: HuntingQuery
name: ${title}
description: |
  What is looked for, and what a hit may mean.
tactics: [CredentialAccess]
relevantTechniques: [T1110]
query: |
  SigninLogs
  | where ResultType == "50126"
  | summarize Failures = count() by UserPrincipalName, IPAddress
  | where Failures > 20
entityMappings:
  - entityType: Account
    fieldMappings:
      - identifier: FullName
        columnName: UserPrincipalName
  - entityType: IP
    fieldMappings:
      - identifier: Address
        columnName: IPAddress
`,
};

export const huntingQuery = {
  kind: "HuntingQuery",
  description,
  shape,
  identity: "key or id",
  foreignKeys: "ignore",
  elsewhere: ruleElsewhere,
  scaffold,
} as const satisfies KindDefinition;
