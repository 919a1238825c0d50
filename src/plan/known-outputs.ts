/** What an old state knows of the places that a Plan leaves open. */

import type { OldResource } from "./compare";
import { leafOf, leavesOf } from "./leaf";
import type { Json, Resource } from "./plan";

/** The value with each output that the old state knows in its place. */
export function withKnownOutputs(value: Json, before: ReadonlyMap<string, OldResource>): Json {
  const leaf = leafOf(value);
  if (leaf !== undefined) {
    if (!("picket:output" in leaf)) return value;
    const { name, path } = leaf["picket:output"];
    return knownOutput(before.get(name), path.split(".")) ?? value;
  }
  if (Array.isArray(value)) return value.map((each) => withKnownOutputs(each, before));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withKnownOutputs(each, before)]));
}

/** Resources that stand in the id of another one which is made anew, such as a list's items: the provider makes them anew with it. */
export function madeAnewWith(
  resource: Resource,
  replacing: readonly string[],
  replaced: ReadonlySet<string>,
): string | undefined {
  const parts = replacing.map((key) => resource.inputs[key] ?? null);
  const owners = [...leavesOf(parts)].flatMap((leaf) => ("picket:output" in leaf ? [leaf["picket:output"].name] : []));
  return owners.find((name) => replaced.has(name));
}

function knownOutput(old: OldResource | undefined, path: readonly string[]): Json | undefined {
  if (old === undefined) return undefined;
  const { id } = old;
  // Entra's objects have a path for an id; the object id is its last step.
  const ids = id === undefined ? {} : { id, objectId: id.split("/").at(-1) ?? id };
  let current: Json | undefined = { ...ids, ...old.outputs };
  for (const key of path) {
    if (current === null || typeof current !== "object" || Array.isArray(current)) return undefined;
    current = (current as Readonly<Record<string, Json>>)[key];
  }
  return current;
}
