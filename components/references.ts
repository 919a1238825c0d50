/** What one resource of a Plan refers to: the leaves of its inputs, and the order in which resources can be made. */

import { compareTexts, invariant } from "../src/diagnostics";
import type { Json, LookupLeaf, OutputLeaf, Resource, SecretLeaf } from "../src/plan";

export type Leaf = OutputLeaf | LookupLeaf | SecretLeaf;

/** A leaf is an object with one key, and that key is picket's. */
export function leafOf(value: Json): Leaf | undefined {
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

/** Names of the resources that must be made first. */
export function referencesOf({ inputs, dependsOn }: Resource): readonly string[] {
  const outputs = [...leavesOf(inputs)].flatMap((leaf) =>
    "picket:output" in leaf ? [leaf["picket:output"].name] : [],
  );
  return [...new Set([...dependsOn, ...outputs])].sort(compareTexts);
}

/** What is referred to comes first; else the Plan's order. References out of the list are left to the caller. */
export function inOrderOfReference(resources: readonly Resource[]): readonly Resource[] {
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const ordered = new Set<Resource>();
  const open = new Set<Resource>();
  const visit = (resource: Resource): void => {
    if (ordered.has(resource)) return;
    invariant(!open.has(resource), `\`${resource.name}\` must not refer to itself, not even through others`);
    open.add(resource);
    for (const name of referencesOf(resource)) {
      const first = byName.get(name);
      if (first !== undefined) visit(first);
    }
    open.delete(resource);
    ordered.add(resource);
  };
  for (const resource of resources) visit(resource);
  return [...ordered];
}

const LEAF_KEYS: ReadonlySet<string> = new Set(["picket:output", "picket:lookup", "picket:secret"]);
