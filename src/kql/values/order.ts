/** Equality and order of values of one type: for groups, joins, sets and sorting. */

import { compareDecimals, Decimal, decimalText } from "./decimal";
import { jsonText } from "./json";
import type { TypeName } from "./type-name";
import type { Value } from "./value";

/** What `Map` and `Set` can hold so that equal values are the same key. Only values of one type may meet in one map. */
export type Key = string | number | bigint | boolean | null;

/** Null is a key of its own; NaN equals itself; 0 equals -0. */
export function keyOf(value: Value, type: TypeName): Key {
  return keyReader(type)(value);
}

/** For many values of one type. */
export function keyReader(type: TypeName): (value: Value) => Key {
  if (type === "dynamic") return dynamicKey;
  return type === "decimal" ? decimalKey : plainKey;
}

function plainKey(value: Value): Key {
  return value as Key;
}

function decimalKey(value: Value): Key {
  return value instanceof Decimal ? decimalText(value) : (value as Key);
}

/** Dynamic values of different kinds are different keys: `1` and `"1"`. */
function dynamicKey(value: Value): Key {
  if (value === null) return null;
  return typeof value === "string" ? `"${value}` : jsonText(value);
}

/** Ascending order with nulls first; NaN stands beside null, before all numbers; strings go by code unit. */
export function comparer(type: TypeName): (left: Value, right: Value) => number {
  if (type === "decimal") return (left, right) => nullsFirst(left, right) ?? compareDecimalValues(left, right);
  if (type === "real") return compareReals;
  if (type === "dynamic") return compareDynamics;
  return compareScalars;
}

function compareScalars(left: Value, right: Value): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}

function compareReals(left: Value, right: Value): number {
  const byNull = nullsFirst(left, right);
  if (byNull !== undefined) return byNull;
  const isLeftNaN = Number.isNaN(left);
  const isRightNaN = Number.isNaN(right);
  if (isLeftNaN || isRightNaN) return Number(isRightNaN) - Number(isLeftNaN);
  return compareScalars(left, right);
}

function compareDecimalValues(left: Value, right: Value): number {
  return left instanceof Decimal && right instanceof Decimal ? compareDecimals(left, right) : 0;
}

function compareDynamics(left: Value, right: Value): number {
  const byNull = nullsFirst(left, right);
  if (byNull !== undefined) return byNull;
  if (typeof left === typeof right && typeof left !== "object") return compareScalars(left, right);
  const isLeftNumber = typeof left === "number" || typeof left === "bigint";
  const isRightNumber = typeof right === "number" || typeof right === "bigint";
  if (isLeftNumber && isRightNumber) return compareScalars(left, right);
  return compareScalars(dynamicKey(left), dynamicKey(right));
}

function nullsFirst(left: Value, right: Value): number | undefined {
  if (left === null || right === null) return Number(right === null) - Number(left === null);
  return undefined;
}
