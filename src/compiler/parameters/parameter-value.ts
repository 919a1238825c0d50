/** Whether a value fits a parameter: its type and its constraints. */

import { formats, isoDuration, parseDuration, toldValue } from "../../documents";
import type { Json } from "../../plan";
import type { ParameterType } from "./kql-literal";

export interface Parameter {
  readonly type: ParameterType;
  readonly default: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly pattern?: string;
  readonly values?: readonly unknown[];
  readonly format?: "cidr" | "guid" | "duration" | "date";
}

export type Fitted = { readonly value: Json } | { readonly mistake: string };

/** The value as it is compiled (a timespan in seconds), or what is wrong with it. */
export function fitted(parameter: Parameter, value: unknown): Fitted {
  const { type } = parameter;
  if (type === "string[]" || type === "int[]") {
    if (!Array.isArray(value)) return { mistake: `expected a list, got ${toldValue(value)}` };
    const element = type === "string[]" ? "string" : "int";
    const entries = value.map((each) => fitted({ ...parameter, type: element }, each));
    const wrong = entries.find((each) => "mistake" in each);
    return wrong ?? { value: entries.map((each) => ("value" in each ? each.value : null)) };
  }
  const read = readAs(type, value);
  if (read === undefined) return { mistake: `expected ${EXPECTED[type]}, got ${toldValue(value)}` };
  const mistake = outsideOf(parameter, read, value);
  return mistake === undefined ? { value: read } : { mistake };
}

type ScalarType = Exclude<ParameterType, "string[]" | "int[]">;

const EXPECTED: Readonly<Record<ScalarType, string>> = {
  bool: "true or false",
  int: "a whole number of 32 bits",
  long: "a whole number",
  real: "a number",
  string: "text",
  datetime: "a time such as 2027-03-31T12:00:00Z",
  timespan: "a duration such as 5m, 1h, 14d",
};

const INT_MAX = 2 ** 31 - 1;

function readAs(type: ScalarType, value: unknown): Json | undefined {
  switch (type) {
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "int":
      return Number.isInteger(value) && Math.abs(Number(value)) <= INT_MAX ? Number(value) : undefined;
    case "long":
      return Number.isSafeInteger(value) ? Number(value) : undefined;
    case "real":
      return typeof value === "number" && Number.isFinite(value) ? value : undefined;
    case "string":
      return typeof value === "string" ? value : undefined;
    case "datetime":
      return typeof value === "string" && formats.datetime.test(value) ? value : undefined;
    case "timespan":
      return typeof value === "string" ? parseDuration(value)?.seconds : undefined;
  }
}

function outsideOf(parameter: Parameter, read: Json, told: unknown): string | undefined {
  const { minimum, maximum, pattern, values, format } = parameter;
  const number = comparable(parameter.type, read);
  const least =
    minimum === undefined
      ? undefined
      : comparable(parameter.type, readAs(parameter.type as ScalarType, minimum) ?? null);
  const most =
    maximum === undefined
      ? undefined
      : comparable(parameter.type, readAs(parameter.type as ScalarType, maximum) ?? null);
  if (number !== undefined && least !== undefined && number < least)
    return `${toldValue(told)} is below ${String(minimum)}`;
  if (number !== undefined && most !== undefined && number > most)
    return `${toldValue(told)} is above ${String(maximum)}`;
  if (typeof read === "string" && pattern !== undefined && patternOf(pattern)?.test(read) === false) {
    return `${toldValue(told)} does not match \`${pattern}\``;
  }
  if (values !== undefined && !values.includes(told))
    return `expected ${values.map(String).join(", ")}, got ${toldValue(told)}`;
  if (typeof read === "string" && format !== undefined && !formats[format].test(read)) {
    return `expected ${formats[format].expected}, got ${toldValue(told)}`;
  }
  return undefined;
}

function comparable(type: ParameterType, value: Json): number | undefined {
  if (typeof value === "number") return value;
  return type === "datetime" && typeof value === "string" ? Date.parse(value) : undefined;
}

/** The whole value has to match; undefined where the pattern is none. */
export function patternOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    return undefined;
  }
}

/** Values as a person reads them in a Plan: a timespan as a duration. */
export function shownValues(
  parameters: Readonly<Record<string, Parameter>>,
  values: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  const shown = Object.entries(values).map(([name, value]) => {
    const isTimespan = parameters[name]?.type === "timespan" && typeof value === "number";
    return [name, isTimespan ? isoDuration({ seconds: value }) : value] as const;
  });
  return Object.fromEntries(shown);
}
