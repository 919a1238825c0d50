/** Values as KQL literals. Nothing that a value holds can end its literal. */

import { invariant } from "../../diagnostics";
import type { Json } from "../../plan";

export type ParameterType =
  | "bool"
  | "int"
  | "long"
  | "real"
  | "string"
  | "datetime"
  | "timespan"
  | "string[]"
  | "int[]";

/** The literal of a value that fits its type (see parameter-value.ts). */
export function kqlLiteral(type: ParameterType, value: Json): string {
  switch (type) {
    case "bool":
      return value === true ? "true" : "false";
    case "int":
      return `int(${String(value)})`;
    case "long":
      return `long(${String(value)})`;
    case "real":
      return `real(${String(value)})`;
    case "string":
      return kqlString(String(value));
    case "datetime":
      return `datetime(${new Date(String(value)).toISOString()})`;
    case "timespan":
      return `time(${timespanText(Number(value))})`;
    case "string[]":
    case "int[]":
      invariant(Array.isArray(value), "a list parameter has a list");
      return `dynamic([${value.map((each) => (typeof each === "string" ? jsonString(each) : String(each))).join(", ")}])`;
  }
}

/** A string literal: everything but printable ASCII is escaped, and so are quote and backslash.
 *  Source: https://learn.microsoft.com/kusto/query/scalar-data-types/string, read 2026-11-23. */
export function kqlString(text: string): string {
  return `"${escaped(text)}"`;
}

/** A string inside `dynamic(...)`, which holds JSON. */
function jsonString(text: string): string {
  return `"${escaped(text)}"`;
}

function escaped(text: string): string {
  let result = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const char = text.charAt(index);
    if (char === '"' || char === "\\") result += `\\${char}`;
    else if (unit >= 0x20 && unit < 0x7f) result += char;
    else result += `\\u${unit.toString(16).padStart(4, "0")}`;
  }
  return result;
}

/** Seconds as `d.hh:mm:ss`. */
function timespanText(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const days = Math.floor(seconds / 86_400);
  return `${days}.${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
