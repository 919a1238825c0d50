/** Actions that change one variable: Set, Append and Increment. */

import { compareNumbers } from "../expressions/equality";
import { expressionFunction } from "../expressions/functions/registry";
import { isArray, isObject, objectOf, propertyOf, typeName, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import type { Frame } from "../run/frame";
import { failed, type Outcome, succeeded } from "../run/outcome";
import { fitted, misfit, missing, type Variable } from "../run/variables";
import type { ActionDefinition } from "./definition";

/** What a change makes of the variable's value; an outcome where it can't. */
type Change = (
  variable: Variable,
  given: Value | undefined,
  inputs: Value,
  frame: Frame,
) => Value | { readonly outcome: Outcome };

function changing(type: string, summary: string, required: readonly string[], change: Change): ActionDefinition {
  return {
    type,
    summary,
    required,
    run: (frame) => {
      const inputs = frame.evaluated("inputs");
      const name = isObject(inputs) ? textOf(propertyOf(inputs, "name") ?? null) : "";
      const variable = frame.run.variables.get(name.toLowerCase());
      if (!variable) return missing(name, inputs);
      const given = isObject(inputs) ? propertyOf(inputs, "value") : undefined;
      const changed = change(variable, given, inputs, frame);
      if (isOutcome(changed)) return changed.outcome;
      variable.value = changed;
      return succeeded(
        inputs,
        objectOf([
          [
            "body",
            objectOf([
              ["name", variable.name],
              ["type", variable.type],
              ["value", changed],
            ]),
          ],
        ]),
      );
    },
  };
}

function isOutcome(changed: Value | { readonly outcome: Outcome }): changed is { readonly outcome: Outcome } {
  return typeof changed === "object" && changed !== null && "outcome" in changed;
}

const NAME_AND_VALUE = ["inputs/name", "inputs/value"];

export const setVariable = changing(
  "SetVariable",
  "gives a variable a value",
  NAME_AND_VALUE,
  ({ name, type }, given = null, inputs) => {
    const value = fitted(type, given);
    return value === undefined ? { outcome: misfit(name, type, given, inputs) } : value;
  },
);

export const appendToArrayVariable = changing(
  "AppendToArrayVariable",
  "adds an item to an array variable",
  NAME_AND_VALUE,
  ({ name, type, value }, given = null, inputs) =>
    isArray(value) ? [...value, given] : { outcome: misfit(name, type, given, inputs) },
);

export const appendToStringVariable = changing(
  "AppendToStringVariable",
  "adds text to a text variable",
  NAME_AND_VALUE,
  ({ name, type, value }, given = null, inputs) =>
    typeof value === "string" ? value + textOf(given) : { outcome: misfit(name, type, given, inputs) },
);

function counted(type: string, summary: string, functionName: "add" | "sub"): ActionDefinition {
  return changing(type, summary, ["inputs/name"], ({ name, value }, given = 1n, inputs, { context }) => {
    if (compareNumbers(value, given) === undefined) {
      const message = `the variable \`${name}\` can't be counted by a value of type ${typeName(given)}`;
      return { outcome: failed("InvalidVariableOperation", message, { inputs }) };
    }
    return expressionFunction(functionName)?.call([value, given], context()) ?? null;
  });
}

export const incrementVariable = counted("IncrementVariable", "counts a variable up", "add");
export const decrementVariable = counted("DecrementVariable", "counts a variable down", "sub");
