/** A named location: address ranges, countries or the compliant network, in Graph's shape. */

import { type NamedLocation, NamedLocationShape } from "../../access/check";
import { bool, map, optional, texts } from "../shape/words";
import { LOCATION_KEYS } from "./graph-descriptions";
import { graphReader, graphShape } from "./graph-kind";
import type { CommonBody, KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A named location in Graph's shape: address ranges, countries, or the compliant network.";

const own = {
  existing: optional(
    bool("Whether it is in the tenant already and only named here, by its `id` or its `displayName`."),
  ),
};

const graph = { kind: "NamedLocation", description, graph: NamedLocationShape, keys: LOCATION_KEYS, own };

/** `ranges` and `countries` come from a tenant's settings. */
export type NamedLocationBody = NamedLocation &
  CommonBody & {
    readonly existing?: boolean;
    readonly ranges?: readonly string[];
    readonly countries?: readonly string[];
  };

const scaffold: Scaffold = {
  path: ownFolder("location.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: NamedLocation
displayName: ${title}
isTrusted: false
ipRanges:
  - cidrAddress: 203.0.113.0/24
`,
};

export const namedLocation = {
  kind: "NamedLocation",
  description,
  shape: graphShape(graph),
  read: graphReader(graph),
  identity: "key",
  foreignKeys: "refuse",
  overrides: map(
    {
      ranges: optional(texts("Address ranges of this tenant in the place of the document's.", { format: "cidr" })),
      countries: optional(texts("Countries of this tenant in the place of the document's, as two letters.")),
    },
    "Settings of a named location for one tenant.",
  ),
  scaffold,
} as const satisfies KindDefinition;
