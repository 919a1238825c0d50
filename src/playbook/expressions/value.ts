/** The values of the expression language: JSON with 64-bit integers, doubles and decimals kept apart. */

import { type Decimal, decimalToNumber, isDecimal } from "./decimal";
import { beyondLimit } from "./failure";

/** An integer is a bigint and a double a number, because `div(11, 5)` is 2 and `div(11, 5.0)` is 2.2. */
export type Value = null | boolean | bigint | number | string | Decimal | readonly Value[] | ValueObject;

/** Keys keep their order, whatever they look like. */
export type ValueObject = ReadonlyMap<string, Value>;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deepest value that is read or written; a JSON text of the service's own reader may be 64 deep, so this is far beyond real use. */
export const VALUE_DEPTH_MAX = 256;

export const INT64_MIN = -(2n ** 63n);
export const INT64_MAX = 2n ** 63n - 1n;

export function isObject(value: Value | undefined): value is ValueObject {
  return value instanceof Map;
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A JSON value as JavaScript reads it; a whole number counts as an integer. `undefined` counts as null. */
export function fromJson(json: unknown, depth = 0): Value {
  if (depth > VALUE_DEPTH_MAX) beyondLimit(`a value is nested more than ${VALUE_DEPTH_MAX} levels deep`);
  if (json === null || json === undefined) return null;
  if (typeof json === "number") return Number.isInteger(json) && Math.abs(json) < 2 ** 63 ? BigInt(json) : json;
  if (typeof json === "string" || typeof json === "boolean" || typeof json === "bigint") return json;
  if (Array.isArray(json)) return json.map((each) => fromJson(each, depth + 1));
  if (typeof json !== "object") return null;
  return new Map(Object.entries(json).map(([key, each]) => [key, fromJson(each, depth + 1)]));
}

/** As the machine interface writes it: an integer beyond 2^53 is text, because a JSON number would lose digits. */
export function toJson(value: Value): Json {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (isDecimal(value)) return decimalToNumber(value);
  if (isArray(value)) return value.map(toJson);
  if (isObject(value)) return plainObject([...value].map(([key, each]) => [key, toJson(each)]));
  return value;
}

/** A plain object whose key may even be `__proto__`. */
function plainObject(entries: readonly (readonly [string, Json])[]): { readonly [key: string]: Json } {
  return Object.fromEntries(entries);
}

/** The service's word for a type, as its error messages use it. */
export function typeName(value: Value): string {
  if (value === null) return "Null";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "bigint") return "Integer";
  if (typeof value === "number" || isDecimal(value)) return "Float";
  if (typeof value === "string") return "String";
  return isArray(value) ? "Array" : "Object";
}

export function objectOf(entries: Iterable<readonly [string, Value]>): ValueObject {
  return new Map(entries);
}

/** A property by name; the exact name wins, else the first that differs in case only, as the service's JSON access does. */
export function propertyOf(object: ValueObject, name: string): Value | undefined {
  const exact = object.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const [key, value] of object) if (key.toLowerCase() === wanted) return value;
  return undefined;
}

/** The key under which a property is kept, whatever the case of `name`. */
export function keyOf(object: ValueObject, name: string): string | undefined {
  if (object.has(name)) return name;
  const wanted = name.toLowerCase();
  for (const key of object.keys()) if (key.toLowerCase() === wanted) return key;
  return undefined;
}
