/** A conditional access policy: Microsoft Graph's object as the portal exports it, with names and keys in the place of ids. */

import { type ConditionalAccessPolicy, ConditionalAccessPolicyShape } from "../../access/check";
import { map, optional, text } from "../shape/words";
import { POLICY_KEYS } from "./graph-descriptions";
import { graphReader, graphShape } from "./graph-kind";
import { type CommonBody, commonKeys, type KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description =
  "A conditional access policy in Graph's shape, as the portal exports it; names for roles and applications, keys for groups, locations and strengths.";

const own = {
  retired: optional(
    text("From this day on the policy is disabled and no longer protected; only then can its document be taken out.", {
      format: "date",
    }),
  ),
};

const graph = {
  kind: "ConditionalAccessPolicy",
  description,
  graph: ConditionalAccessPolicyShape,
  keys: POLICY_KEYS,
  own,
};

export type ConditionalAccessPolicyBody = ConditionalAccessPolicy & CommonBody & { readonly retired?: string };

const scaffold: Scaffold = {
  path: ownFolder("policy.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: ConditionalAccessPolicy
displayName: ${title}
# enabled, disabled or enabledForReportingButNotEnforced; the tenant's stage is the other ceiling.
state: enabled
conditions:
  clientAppTypes: [all]
  applications:
    includeApplications: [All]
  users:
    includeUsers: [All]
    excludeGroups: [break-glass] # the tenant's emergency accounts
grantControls:
  operator: OR
  builtInControls: [mfa]
`,
};

export const conditionalAccessPolicy = {
  kind: "ConditionalAccessPolicy",
  description,
  shape: graphShape(graph),
  read: graphReader(graph),
  identity: "key",
  foreignKeys: "refuse",
  overrides: map({ stage: commonKeys.stage }, "Settings of a policy for one tenant."),
  scaffold,
} as const satisfies KindDefinition;
