/** Cells as they cross the machine interface: typed values to and from plain JSON. */

import { datetimeOfText, datetimeText } from "./datetime";
import { decimalOfReal, decimalOfText, decimalText } from "./decimal";
import { LONG_MAX, LONG_MIN, longOf } from "./integer";
import { timespanOfText, timespanText } from "./timespan";
import type { TypeName } from "./type-name";
import {
  type Dynamic,
  DynamicDatetime,
  DynamicGuid,
  DynamicReal,
  DynamicTimespan,
  isArray,
  isBag,
  type Value,
} from "./value";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A cell as JSON: the form is fixed by docs/batch.md. */
export function cellOf(value: Value, type: TypeName): Json {
  if (value === null) return type === "string" ? "" : null;
  if (type === "datetime") return datetimeText(value as bigint);
  if (type === "timespan") return timespanText(value as bigint);
  // The others say by themselves what they are.
  return dynamicCell(value as Dynamic);
}

/** The value of a cell, or undefined when it does not fit the type. */
export function valueOfCell(cell: unknown, type: TypeName): Value | undefined {
  if (cell === null || cell === undefined) return type === "string" ? "" : null;
  if (type === "dynamic") return dynamicOfJson(cell);
  if (typeof cell === "boolean") return type === "bool" ? cell : undefined;
  if (typeof cell === "number") return valueOfNumber(cell, type);
  return typeof cell === "string" ? valueOfText(cell, type) : undefined;
}

function valueOfNumber(cell: number, type: TypeName): Value | undefined {
  if (type === "real") return cell;
  if (type === "decimal") return decimalOfReal(cell) ?? undefined;
  if (type === "bool") return cell === 0 ? false : cell === 1 ? true : undefined;
  return (type === "long" || type === "int") && Number.isSafeInteger(cell) ? cell + 0 : undefined;
}

const REAL_NAMES: ReadonlyMap<string, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

const GUID = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** A guid in its one form, or null. */
export function guidOfText(text: string): string | null {
  const match = GUID.exec(text.trim());
  return match ? match.slice(1).join("-").toLowerCase() : null;
}

function valueOfText(cell: string, type: TypeName): Value | undefined {
  switch (type) {
    case "string":
      return cell;
    case "datetime":
      return datetimeOfText(cell) ?? undefined;
    case "timespan":
      return timespanOfText(cell) ?? undefined;
    case "decimal":
      return decimalOfText(cell) ?? undefined;
    case "guid":
      return guidOfText(cell) ?? undefined;
    case "int":
    case "long":
      return longOfText(cell);
    case "real":
      return (
        REAL_NAMES.get(cell) ?? (/^[+-]?[\d.]/.test(cell) && !Number.isNaN(Number(cell)) ? Number(cell) : undefined)
      );
    case "bool":
      return /^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : undefined;
    default:
      return undefined;
  }
}

function longOfText(cell: string): Value | undefined {
  if (!/^[+-]?\d{1,20}$/.test(cell)) return undefined;
  const value = BigInt(cell);
  return value >= LONG_MIN && value <= LONG_MAX ? longOf(value) : undefined;
}

/** Plain JSON as a dynamic value: every integral number is a long. */
export function dynamicOfJson(json: unknown): Dynamic {
  if (json === null || json === undefined) return null;
  if (Array.isArray(json)) return json.map(dynamicOfJson);
  if (typeof json === "object") {
    return new Map(Object.entries(json).map(([name, each]) => [name, dynamicOfJson(each)]));
  }
  return typeof json === "string" || typeof json === "boolean" || typeof json === "number" ? json : String(json);
}

function integerCell(value: number | bigint): Json {
  return typeof value === "number" ? value : String(value);
}

function realCell(value: number): Json {
  return Number.isFinite(value) ? value + 0 : String(value);
}

function dynamicCell(value: Dynamic): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return realCell(value);
  if (typeof value === "bigint") return integerCell(value);
  if (isArray(value)) return value.map(dynamicCell);
  // A null prototype keeps a property called `__proto__` a property.
  if (isBag(value)) return bagCell(value);
  if (value instanceof DynamicReal) return realCell(value.value);
  if (value instanceof DynamicDatetime) return datetimeText(value.ticks);
  if (value instanceof DynamicTimespan) return timespanText(value.ticks);
  if (value instanceof DynamicGuid) return value.text;
  return decimalText(value);
}

function bagCell(bag: ReadonlyMap<string, Dynamic>): Json {
  const cell: Record<string, Json> = Object.create(null);
  for (const [name, each] of bag) cell[name] = dynamicCell(each);
  return cell;
}
