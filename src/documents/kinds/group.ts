/** A group that policies are about, in Graph's shape: made here, or in the tenant already. */

import { type Group, GroupShape } from "../../access/check";
import { bool, map, optional, text } from "../shape/words";
import { GROUP_KEYS } from "./graph-descriptions";
import { graphReader, graphShape } from "./graph-kind";
import type { CommonBody, KindDefinition } from "./kind";
import { ownFolder, type Scaffold } from "./scaffold";

const description = "A group that policies are about: made here without members, or in the tenant already.";

const own = {
  existing: optional(
    bool("Whether it is in the tenant already and only named here, by its `id` or its `displayName`."),
  ),
};

const graph = { kind: "Group", description, graph: GroupShape, keys: GROUP_KEYS, own };

export type GroupBody = Group & CommonBody & { readonly existing?: boolean };

const scaffold: Scaffold = {
  path: ownFolder("group.yaml"),
  text: ({ key }) => `key: ${key}
kind: Group
displayName: sg-${key}
description: Who is put into it, and by whom.
`,
};

export const group = {
  kind: "Group",
  description,
  shape: graphShape(graph),
  read: graphReader(graph),
  identity: "key",
  foreignKeys: "refuse",
  overrides: map(
    { id: optional(text("Object id of the group that this tenant has for it already.", { format: "guid" })) },
    "Settings of a group for one tenant.",
  ),
  scaffold,
} as const satisfies KindDefinition;
