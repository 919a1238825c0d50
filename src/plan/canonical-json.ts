/** JSON with one spelling per value: keys in code point order, no key whose value is undefined. */

import { compareTexts, invariant } from "../diagnostics";

/** The same value gives the same text. `indent`: spaces per level; absent = one line. */
export function canonicalJson(value: unknown, indent?: number): string {
  return JSON.stringify(canonical(value), undefined, indent);
}

/** The value with its keys in order. Numbers must be finite: JSON has no others. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") {
    invariant(typeof value !== "number" || Number.isFinite(value), "a Plan holds finite numbers only");
    return value;
  }
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([left], [right]) => compareTexts(left, right)).map(([key, each]) => [key, canonical(each)]),
  );
}
