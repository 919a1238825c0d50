/** A value as text, as `tostring()` gives it. */

import { datetimeText } from "./datetime";
import { Decimal, decimalText } from "./decimal";
import { jsonText, realText } from "./json";
import { timespanText } from "./timespan";
import type { TypeName } from "./type-name";
import { type Dynamic, DynamicDatetime, DynamicGuid, DynamicReal, DynamicTimespan, type Value } from "./value";

/** Null is the empty string. */
export function textOfValue(value: Value, type: TypeName): string {
  if (value === null) return "";
  switch (type) {
    case "datetime":
      return typeof value === "bigint" ? datetimeText(value) : String(value);
    case "timespan":
      return typeof value === "bigint" ? timespanText(value) : String(value);
    case "real":
      return typeof value === "number" ? realText(value) : String(value);
    case "bool":
      return value === true ? "True" : "False";
    case "decimal":
      return value instanceof Decimal ? decimalText(value) : String(value);
    case "dynamic":
      return textOfDynamic(value);
    default:
      return String(value);
  }
}

/** The text of a dynamic value: strings bare, everything else as JSON. */
export function textOfDynamic(value: Dynamic): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (value instanceof DynamicDatetime) return datetimeText(value.ticks);
  if (value instanceof DynamicTimespan) return timespanText(value.ticks);
  if (value instanceof DynamicGuid) return value.text;
  if (value instanceof DynamicReal) return realText(value.value);
  if (value instanceof Decimal) return decimalText(value);
  if (typeof value === "number" && !Number.isInteger(value)) return realText(value);
  return jsonText(value);
}
