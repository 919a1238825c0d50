/** A near-real-time rule: a rule without a schedule, run every minute on what came in. */

import type { Static } from "typebox";
import { map } from "../shape/words";
import { documentShape, type KindDefinition } from "./kind";
import { ruleKeys, ruleOverrideKeys } from "./rule-keys";

const description =
  "A near-real-time analytics rule: the Azure-Sentinel repository's YAML, unchanged, and picket's keys.";

const shape = documentShape("NRT", ruleKeys, description);

export type NrtBody = Static<typeof shape>;

export const nrt = {
  kind: "NRT",
  description,
  shape,
  identity: "key or id",
  foreignKeys: "ignore",
  overrides: map(ruleOverrideKeys, "Settings of a near-real-time rule for one tenant."),
} as const satisfies KindDefinition;
