/** Values as text: inside a longer text, and as compact JSON. */

import { contentText, isContent } from "./content";
import { decimalText, isDecimal } from "./decimal";
import { isArray, isObject, type Value } from "./value";

/** How a value reads inside a text: null is empty, booleans are .NET's `True` and `False`, arrays and objects are JSON. */
export function textOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return doubleText(value);
  if (isDecimal(value)) return decimalText(value);
  if (isContent(value)) return contentText(value);
  return jsonText(value);
}

/** Compact JSON as the service writes it: a double always shows that it is one. */
export function jsonText(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return withPoint(doubleText(value));
  if (isDecimal(value)) return withPoint(decimalText(value));
  if (isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (isObject(value))
    return `{${[...value].map(([key, each]) => `${JSON.stringify(key)}:${jsonText(each)}`).join(",")}}`;
  return "null";
}

/** A double in .NET's shortest form: an exponent, of at least two digits, from 1E+15 up and below 0.0001. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "-0";
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-4 && size < 1e15)) return String(value);
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function withPoint(text: string): string {
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
