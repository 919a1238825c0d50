/** A hunting query, as the Azure-Sentinel repository writes it. */

import type { Static } from "typebox";
import { documentShape, type KindDefinition } from "./kind";
import { ruleKeys } from "./rule-keys";

const description = "A hunting query: the Azure-Sentinel repository's YAML, unchanged, and picket's keys.";

const { id, name, status, requiredDataConnectors, tactics, relevantTechniques, query, entityMappings, customDetails } =
  ruleKeys;
const { version, metadata, tags, severity, parameters, optional, generation } = ruleKeys;

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
    parameters,
    optional,
    generation,
  },
  description,
);

export type HuntingQueryBody = Static<typeof shape>;

export const huntingQuery = {
  kind: "HuntingQuery",
  description,
  shape,
  identity: "key or id",
  foreignKeys: "ignore",
} as const satisfies KindDefinition;
