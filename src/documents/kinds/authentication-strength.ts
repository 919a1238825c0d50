/** A custom authentication strength, in Graph's shape. */

import { type AuthenticationStrength, AuthenticationStrengthShape } from "../../access/check";
import { bool, optional } from "../shape/words";
import { STRENGTH_KEYS } from "./graph-descriptions";
import { graphReader, graphShape } from "./graph-kind";
import type { CommonBody, KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A custom authentication strength in Graph's shape: the combinations of methods that meet it.";

const own = { existing: optional(bool("Whether it is in the tenant already and only named here, by its `id`.")) };

const graph = {
  kind: "AuthenticationStrength",
  description,
  graph: AuthenticationStrengthShape,
  keys: STRENGTH_KEYS,
  own,
};

export type AuthenticationStrengthBody = AuthenticationStrength & CommonBody & { readonly existing?: boolean };

const scaffold: Scaffold = {
  path: ownFolder("strength.yaml"),
  text: ({ key, title }) => `key: ${key}
kind: AuthenticationStrength
displayName: ${title}
description: Security keys and certificates only.
allowedCombinations: [fido2, x509CertificateMultiFactor]
`,
};

export const authenticationStrength = {
  kind: "AuthenticationStrength",
  description,
  shape: graphShape(graph),
  read: graphReader(graph),
  identity: "key",
  foreignKeys: "refuse",
  scaffold,
} as const satisfies KindDefinition;
