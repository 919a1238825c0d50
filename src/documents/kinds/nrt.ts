/** A near-real-time rule: a rule without a schedule, run every minute on what came in. */

import type { Static } from "typebox";
import { map } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ruleElsewhere, ruleKeys, ruleOverrideKeys } from "./rule-keys";
import { ownFolder, type Scaffold } from "./scaffold";

const description =
  "A near-real-time analytics rule: the Azure-Sentinel repository's YAML, unchanged, and picket's keys.";

const shape = documentShape("NRT", ruleKeys, description);

export type NrtBody = Static<typeof shape>;

const scaffold: Scaffold = {
  path: ownFolder("detection.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: NRT
name: ${title}
description: |
  What it finds, why that matters, and what to look at first.
severity: Medium
tactics: [CredentialAccess]
relevantTechniques: [T1110]
parameters:
  minFailures: { type: int, default: 20, minimum: 1, description: failed sign-ins from which on it alerts }
query: |
  SigninLogs
  | where ResultType == "50126"
  | summarize Failures = count() by UserPrincipalName, IPAddress
  | where Failures >= minFailures
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

export const nrt = {
  kind: "NRT",
  description,
  shape,
  identity: "key or id",
  foreignKeys: "ignore",
  elsewhere: ruleElsewhere,
  overrides: map(ruleOverrideKeys, "Settings of a near-real-time rule for one tenant."),
  scaffold,
} as const satisfies KindDefinition;
