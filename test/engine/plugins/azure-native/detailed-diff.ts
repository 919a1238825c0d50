/** How azure-native sees a change: old inputs against new inputs, lists by index; parts of the id replace.
 *  Source: provider/pkg/provider/diff.go of https://github.com/pulumi/pulumi-azure-native, read 2026-11-25. */

import type { DetailedDiff, PropertyChange } from "../provider-service";
import { isEqual, isMap, type Properties, textOf, type Value } from "../values";

export function detailedDiff(before: Properties, after: Properties, replacing: readonly string[]): DetailedDiff {
  const changes = new Map<string, PropertyChange["kind"]>();
  for (const key of keysOf(before, after)) {
    // Keys with two underscores are the provider's own; a location's case and blanks say nothing.
    if (key.startsWith("__") || (key === "location" && isSameLocation(before[key], after[key]))) continue;
    compareAt(key, before[key], after[key], changes);
  }
  return Object.fromEntries([...changes].map(([path, kind]) => [path, { kind, replaces: replacing.includes(path) }]));
}

function compareAt(
  path: string,
  before: Value | undefined,
  after: Value | undefined,
  changes: Map<string, PropertyChange["kind"]>,
): void {
  if (isEqual(before, after)) return;
  if (before === undefined) changes.set(path, "add");
  else if (after === undefined) changes.set(path, "delete");
  else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      compareAt(`${path}[${index}]`, before[index], after[index], changes);
    }
  } else if (isMap(before) && isMap(after)) {
    for (const key of keysOf(before, after)) compareAt(`${path}.${key}`, before[key], after[key], changes);
  } else changes.set(path, "update");
}

/** What changed between two readings of an object, carried over to the inputs of the state: so a refresh shows what was changed outside,
 *  and not what the service fills in. Source: the same file, `applyDiff`, and provider.go, `Read`. */
export function carriedOver(
  inputs: Value | undefined,
  before: Value | undefined,
  after: Value | undefined,
): Value | undefined {
  if (isEqual(before, after)) return inputs;
  if (isMap(inputs) && isMap(before) && isMap(after)) {
    const keys = keysOf(inputs, keysOf(before, after).length > 0 ? { ...before, ...after } : {});
    const entries = keys.map((key) => [key, carriedOver(inputs[key], before[key], after[key])] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Properties;
  }
  if (Array.isArray(inputs) && Array.isArray(before) && Array.isArray(after)) {
    return after.map((each: Value, index) =>
      index < inputs.length && index < before.length ? (carriedOver(inputs[index], before[index], each) ?? null) : each,
    );
  }
  return after;
}

function keysOf(left: Properties, right: Properties): readonly string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
}

function isSameLocation(left: Value | undefined, right: Value | undefined): boolean {
  const normalized = (value: Value | undefined) => textOf(value).toLowerCase().replaceAll(" ", "");
  return normalized(left) === normalized(right);
}
