/** When two values are the same, and which comes first. */

import { compareDecimals, isDecimal, toDecimal } from "./decimal";
import { isArray, isObject, type Value } from "./value";

/** The same value: numbers by size whatever their type, objects whatever the order of their keys, text letter by letter. */
export function isSame(left: Value, right: Value): boolean {
  if (left === right) return true;
  const order = compareNumbers(left, right);
  if (order !== undefined) return order === 0;
  if (isArray(left)) {
    return (
      isArray(right) && left.length === right.length && left.every((each, index) => isSame(each, right[index] ?? null))
    );
  }
  if (!isObject(left) || !isObject(right) || left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !isSame(value, other)) return false;
  }
  return true;
}

/** Below zero, zero or above; undefined unless both are numbers. */
export function compareNumbers(left: Value, right: Value): number | undefined {
  if (!isNumber(left) || !isNumber(right)) return undefined;
  if (isDecimal(left) || isDecimal(right)) return compareDecimals(toDecimal(left), toDecimal(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isNumber(value: Value) {
  return typeof value === "bigint" || typeof value === "number" || isDecimal(value);
}

/** A text that is equal for values that are the same, so that sets need no pairwise comparison. */
export function identityOf(value: Value): string {
  if (typeof value === "bigint") return `n${value}`;
  if (typeof value === "number") return Number.isInteger(value) ? `n${BigInt(value)}` : `n${value}`;
  if (typeof value === "string") return JSON.stringify(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isDecimal(value)) return identityOf(Number(`${value.digits}e-${value.scale}`));
  if (isArray(value)) return `[${value.map(identityOf).join()}]`;
  if (!isObject(value)) return "";
  return `{${[...value]
    .map(([key, each]) => `${JSON.stringify(key)}:${identityOf(each)}`)
    .sort()
    .join()}}`;
}
