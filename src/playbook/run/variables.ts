/** The variables of a run, and what each type takes. */

import { isDecimal } from "../expressions/decimal";
import { isArray, isObject, objectOf, typeName, type Value } from "../expressions/value";
import { failed, type Outcome } from "./outcome";

export interface Variable {
  readonly name: string;
  readonly type: VariableType;
  value: Value;
}

export type VariableType = "array" | "boolean" | "float" | "integer" | "object" | "string";

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-create-variables-store-values, read 2026-11-23. */
export const VARIABLE_TYPES: readonly VariableType[] = ["array", "boolean", "float", "integer", "object", "string"];

export function variableType(name: unknown): VariableType | undefined {
  return typeof name === "string" ? VARIABLE_TYPES.find((type) => type === name.toLowerCase()) : undefined;
}

/** What a variable holds that was given no value. */
export function initialValue(type: VariableType): Value {
  switch (type) {
    case "array":
      return [];
    case "boolean":
      return false;
    case "float":
      return 0;
    case "integer":
      return 0n;
    case "object":
      return objectOf([]);
    default:
      return "";
  }
}

/** The value as a variable of this type keeps it; undefined when it does not take it. A text takes null as empty. */
export function fitted(type: VariableType, value: Value): Value | undefined {
  switch (type) {
    case "array":
      return isArray(value) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "float":
      return typeof value === "bigint" || typeof value === "number" || isDecimal(value) ? value : undefined;
    case "integer":
      return typeof value === "bigint" ? value : undefined;
    case "object":
      return isObject(value) ? value : undefined;
    default:
      return value === null ? "" : typeof value === "string" ? value : undefined;
  }
}

export function misfit(name: string, type: VariableType, value: Value, inputs: Value): Outcome {
  const message = `the variable \`${name}\` of type ${type} can't take a value of type ${typeName(value)}`;
  return failed("InvalidVariableOperation", message, { inputs });
}

export function missing(name: string, inputs: Value): Outcome {
  return failed("InvalidVariableOperation", `the variable \`${name}\` is not initialized`, { inputs });
}
