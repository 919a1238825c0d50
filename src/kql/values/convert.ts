/** Conversions between types, as `tolong()` and its kin make them; the implicit ones are a part of these. Nothing throws: what can't be converted is null. */

import { guidOfText } from "./cell";
import { datetimeInRange, datetimeOfText } from "./datetime";
import { Decimal, decimalOfLong, decimalOfReal, decimalOfText, realOfDecimal } from "./decimal";
import { INT_MAX, INT_MIN, LONG_MAX, LONG_MIN, type Long, longOf, longOfReal } from "./integer";
import { textOfValue } from "./text";
import { timespanOfReal, timespanOfText } from "./timespan";
import type { TypeName } from "./type-name";
import {
  type Dynamic,
  DynamicDatetime,
  DynamicGuid,
  DynamicReal,
  DynamicTimespan,
  dynamicReal,
  isArray,
  isBag,
  type Value,
} from "./value";

/** From one type to another; null (text: empty) where it can't be done. */
export function converter(from: TypeName, to: TypeName): (value: Value) => Value {
  if (from === to) return (value) => value;
  if (to === "string") return (value) => textOfValue(value, from);
  if (to === "dynamic") {
    const wrap = dynamicWrapper(from);
    return (value) => (value === null ? null : wrap(value));
  }
  if (from === "dynamic") return (value) => ofDynamic(value, to);
  const convert = CONVERSIONS[to];
  return (value) => (value === null ? null : convert(value, from));
}

/** A typed value inside dynamic. */
function dynamicWrapper(from: TypeName): (value: Value) => Dynamic {
  switch (from) {
    case "real":
      return (value) => dynamicReal(value as number);
    case "datetime":
      return (value) => new DynamicDatetime(value as bigint);
    case "timespan":
      return (value) => new DynamicTimespan(value as bigint);
    case "guid":
      return (value) => new DynamicGuid(value as string);
    default:
      return (value) => value;
  }
}

/** The type that a scalar inside dynamic has by itself; undefined for arrays and bags. */
export function typeOfDynamic(value: Dynamic): TypeName | undefined {
  if (value === null || isArray(value) || isBag(value)) return undefined;
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "long";
  if (typeof value === "number") return Number.isInteger(value) ? "long" : "real";
  if (value instanceof DynamicReal) return "real";
  if (value instanceof DynamicDatetime) return "datetime";
  if (value instanceof DynamicTimespan) return "timespan";
  return value instanceof DynamicGuid ? "guid" : "decimal";
}

/** A scalar inside dynamic without its wrapper. */
export function unwrapped(value: Dynamic): Value {
  if (value instanceof DynamicReal) return value.value;
  if (value instanceof DynamicDatetime || value instanceof DynamicTimespan) return value.ticks;
  return value instanceof DynamicGuid ? value.text : value;
}

function ofDynamic(value: Dynamic, to: TypeName): Value {
  const type = typeOfDynamic(value);
  return type === undefined ? null : converter(type, to)(unwrapped(value));
}

type Conversion = (value: NonNullable<Value>, from: TypeName) => Value;

function toLong(value: NonNullable<Value>, from: TypeName): Value {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Decimal) return longOfReal(realOfDecimal(value));
  if (typeof value === "bigint") return longOf(value);
  if (typeof value === "string") return from === "string" ? longOfText(value) : null;
  return typeof value === "number" ? longOfReal(value) : null;
}

function longOfText(text: string): Value {
  const hexadecimal = /^\s*0x([0-9a-f]{1,16})\s*$/i.exec(text);
  // Sixteen hexadecimal digits are the 64 bits themselves: a leading one means a negative number.
  if (hexadecimal) return longOf(BigInt(`0x${hexadecimal[1]}`));
  const match = /^\s*([+-]?)(\d+)\s*$/.exec(text);
  if (!match) return null;
  const size = BigInt(match[2] ?? "0");
  const value = match[1] === "-" ? -size : size;
  return value >= LONG_MIN && value <= LONG_MAX ? longOf(value) : null;
}

/** A long keeps its low 32 bits, a real beyond the range becomes the nearest int, a text beyond it null: recorded from the engine. */
function toInt(value: NonNullable<Value>, from: TypeName): Value {
  const long = toLong(value, from);
  if (from === "long" && long !== null) return Number(BigInt.asIntN(32, BigInt(long as Long)));
  if (from === "real" && long !== null) return Math.max(INT_MIN, Math.min(INT_MAX, Number(long)));
  return typeof long === "number" && long >= INT_MIN && long <= INT_MAX ? long : null;
}

function toReal(value: NonNullable<Value>, from: TypeName): Value {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Decimal) return realOfDecimal(value);
  if (typeof value === "string") return from === "string" ? realOfText(value) : null;
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : null;
}

function realOfText(text: string): Value {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed);
  if (/^nan$/i.test(trimmed)) return Number.NaN;
  // The engine takes `-inf` and `Infinity`, but not `INF`: recorded.
  const infinity = /^([+-]?)(inf|infinity)$/i.exec(trimmed.replace(/^INF$/, ""));
  return infinity ? (infinity[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : null;
}

function toDecimal(value: NonNullable<Value>, from: TypeName): Value {
  if (value instanceof Decimal) return value;
  if (typeof value === "string") return from === "string" ? decimalOfText(value) : null;
  if (typeof value === "bigint") return decimalOfLong(value);
  if (typeof value !== "number") return typeof value === "boolean" ? decimalOfLong(value ? 1 : 0) : null;
  return from === "real" ? decimalOfReal(value) : decimalOfLong(value);
}

function toBool(value: NonNullable<Value>): Value {
  if (typeof value === "boolean") return value;
  if (typeof value === "number" || typeof value === "bigint") return Number(value) !== 0;
  if (typeof value !== "string") return value instanceof Decimal ? value.unscaled !== 0n : null;
  if (/^\s*true\s*$/i.test(value)) return true;
  if (/^\s*false\s*$/i.test(value)) return false;
  return /^\s*([+-]?\d+|0x[0-9a-f]+)\s*$/i.test(value) ? /[1-9a-f]/i.test(value.replace(/^\s*0x/i, "")) : null;
}

function toDatetime(value: NonNullable<Value>, from: TypeName): Value {
  if (typeof value === "string") return from === "string" ? datetimeOfText(value) : null;
  if (from === "timespan") return null;
  if (typeof value === "bigint") return datetimeInRange(value);
  return typeof value === "number" && Number.isFinite(value) ? datetimeInRange(BigInt(Math.trunc(value))) : null;
}

function toTimespan(value: NonNullable<Value>, from: TypeName): Value {
  if (typeof value === "string") return from === "string" ? timespanOfText(value) : null;
  if (typeof value === "bigint") return from === "datetime" ? null : value;
  return typeof value === "number" ? timespanOfReal(value) : null;
}

function toGuid(value: NonNullable<Value>): Value {
  return typeof value === "string" ? guidOfText(value) : null;
}

const CONVERSIONS: Readonly<Record<Exclude<TypeName, "string" | "dynamic">, Conversion>> = {
  int: toInt,
  long: toLong,
  real: toReal,
  decimal: toDecimal,
  bool: toBool,
  datetime: toDatetime,
  timespan: toTimespan,
  guid: toGuid,
};
