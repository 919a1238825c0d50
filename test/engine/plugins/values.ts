/** Property values as the stand-in providers see them: plain JSON, in which a preview marks what it does not know. */

export type Value = null | boolean | number | string | readonly Value[] | Properties;

export interface Properties {
  readonly [key: string]: Value;
}

/** Source: @pulumi/pulumi 3.248.0, runtime/rpc.js, read 2026-11-24. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isMap(value: Value | undefined): value is Properties {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** By meaning: the order of keys says nothing. */
export function isEqual(left: Value | undefined, right: Value | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((each, index) => isEqual(each, right[index]));
  }
  if (isMap(left) && isMap(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => isEqual(left[key], right[key]));
  }
  return left === right;
}

export function textOf(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}

export function withoutUndefined(entries: Readonly<Record<string, Value | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
  );
}
