/** InitializeVariable: declares variables of the run. */

import { evaluateTemplate } from "../expressions/evaluate";
import { isArray, isObject, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { failed, succeeded } from "../run/outcome";
import { fitted, initialValue, misfit, variableType } from "../run/variables";
import type { ActionDefinition } from "./definition";

export const initializeVariable: ActionDefinition = {
  type: "InitializeVariable",
  summary: "declares variables of the run",
  required: ["inputs/variables"],
  run: ({ run, evaluated, member, context }) => {
    const declared = member("inputs/variables");
    // All values are evaluated before any is set: one can't read another of the same action.
    const inputs = isArray(declared) ? evaluateTemplate(declared, context()) : evaluated("inputs/variables");
    for (const declaration of isArray(inputs) ? inputs : []) {
      const name = textOf(memberOf(declaration, "name"));
      const type = variableType(memberOf(declaration, "type"));
      if (type === undefined)
        return failed("InvalidVariableInitialization", `the variable \`${name}\` has no known type`, { inputs });
      const given = isObject(declaration) ? propertyOf(declaration, "value") : undefined;
      const value = given === undefined ? initialValue(type) : fitted(type, given);
      if (value === undefined) return misfit(name, type, given ?? null, inputs);
      run.variables.set(name.toLowerCase(), { name, type, value });
    }
    return succeeded(inputs);
  },
};

function memberOf(value: Value, name: string): Value {
  return isObject(value) ? (propertyOf(value, name) ?? null) : null;
}
