/** Values as plain JSON that lose nothing: literals inside the IR cross process borders. */

import { type Json, valueOfCell } from "./cell";
import { Decimal, decimalOfText, decimalText } from "./decimal";
import { longOf } from "./integer";
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

/** Datetimes and timespans become text of ticks, big integers and decimals text, dynamic values tagged lists. */
export function encodeValue(value: Value, type: TypeName): Json {
  if (value === null) return null;
  if (type === "dynamic") return encodeDynamic(value);
  if (typeof value === "bigint") return String(value);
  if (value instanceof Decimal) return decimalText(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return Object.is(value, -0) ? "-0" : (value as Json);
}

export function decodeValue(json: Json, type: TypeName): Value {
  if (json === null) return null;
  if (type === "dynamic") return decodeDynamic(json);
  if ((type === "datetime" || type === "timespan") && typeof json === "string") return BigInt(json);
  return valueOfCell(json, type) ?? null;
}

/** Scalars stand for themselves; everything else is a list that opens with its tag. */
function encodeDynamic(value: Dynamic): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : ["real", String(value)];
  if (typeof value === "bigint") return ["long", String(value)];
  if (isArray(value)) return ["array", ...value.map(encodeDynamic)];
  if (isBag(value)) return ["bag", ...[...value].flatMap(([name, each]): Json[] => [name, encodeDynamic(each)])];
  if (value instanceof DynamicReal) return ["real", Object.is(value.value, -0) ? "-0" : String(value.value)];
  if (value instanceof DynamicDatetime) return ["datetime", String(value.ticks)];
  if (value instanceof DynamicTimespan) return ["timespan", String(value.ticks)];
  if (value instanceof DynamicGuid) return ["guid", value.text];
  return ["decimal", decimalText(value)];
}

function decodeDynamic(json: Json): Dynamic {
  if (json === null || typeof json !== "object") return json;
  const [tag, ...parts] = json as readonly Json[];
  const text = String(parts[0]);
  switch (tag) {
    case "array":
      return parts.map(decodeDynamic);
    case "bag":
      return new Map(pairs(parts));
    case "real":
      return dynamicReal(Number(text));
    case "long":
      return longOf(BigInt(text));
    case "datetime":
      return new DynamicDatetime(BigInt(text));
    case "timespan":
      return new DynamicTimespan(BigInt(text));
    case "guid":
      return new DynamicGuid(text);
    default:
      return decimalOfText(text);
  }
}

function pairs(parts: readonly Json[]): readonly [string, Dynamic][] {
  return parts.flatMap((part, index): [string, Dynamic][] =>
    index % 2 === 0 ? [[String(part), decodeDynamic(parts[index + 1] ?? null)]] : [],
  );
}
