/** The part of JSONPath that the engine knows: `$`, names behind dots or in brackets, places in arrays. */

import { type Dynamic, isArray, isBag } from "./value";

/** Source: https://learn.microsoft.com/kusto/query/jsonpath, read 2026-11-25. */
export type JsonPath = readonly (string | number)[];

const STEP = /\.([\w$@-]+)|\[\s*'([^']*)'\s*\]|\[\s*"([^"]*)"\s*\]|\[\s*(-?\d+)\s*\]/y;

/** Undefined where the text is no such path: wildcards, recursion, slices. */
export function jsonPathOf(text: string): JsonPath | undefined {
  if (!text.startsWith("$")) return undefined;
  const steps: (string | number)[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match) return undefined;
    const [, dotted, single, double, place] = match;
    steps.push(dotted ?? single ?? double ?? Number(place));
  }
  return steps;
}

/** What stands at a path; undefined where there is nothing. */
export function atPath(value: Dynamic, path: JsonPath): Dynamic | undefined {
  let found: Dynamic | undefined = value;
  for (const step of path) {
    if (typeof step === "string")
      found = isBag(found ?? null) ? (found as ReadonlyMap<string, Dynamic>).get(step) : undefined;
    else found = isArray(found ?? null) ? (found as readonly Dynamic[]).at(step) : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}
