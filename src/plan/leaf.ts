/** Leaves of a Plan's inputs: places whose value is not in the Plan. */

import type { Json, LookupLeaf, OutputLeaf, SecretLeaf } from "./plan";

export type Leaf = OutputLeaf | LookupLeaf | SecretLeaf;

/** A leaf is an object with one key, and that key is picket's. */
export function leafOf(value: Json | undefined): Leaf | undefined {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const [key, ...others] = Object.keys(value);
  return key !== undefined && others.length === 0 && LEAF_KEYS.has(key) ? (value as unknown as Leaf) : undefined;
}

/** All leaves, also those among the arguments of a lookup. */
export function* leavesOf(value: Json): Generator<Leaf> {
  const leaf = leafOf(value);
  if (leaf !== undefined) {
    yield leaf;
    if ("picket:lookup" in leaf) yield* leavesOf(leaf["picket:lookup"].args);
  } else if (value !== null && typeof value === "object") {
    for (const each of Object.values(value)) yield* leavesOf(each);
  }
}

const LEAF_KEYS: ReadonlySet<string> = new Set(["picket:output", "picket:lookup", "picket:secret"]);
