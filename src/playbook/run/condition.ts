/** Conditions of If and Query: an expression, or an object of operators. */

import type { ExpressionContext } from "../expressions/context";
import { evaluateTemplate } from "../expressions/evaluate";
import { ExpressionFailure, invalid } from "../expressions/failure";
import { expressionFunction } from "../expressions/functions/registry";
import { isArray, isObject, typeName, type Value } from "../expressions/value";

/** Operators of the object form; each is the function of the same name. `not` takes one condition, `and` and `or` a list. */
export const CONDITION_OPERATORS = [
  "and",
  "or",
  "not",
  "equals",
  "greater",
  "greaterOrEquals",
  "less",
  "lessOrEquals",
  "contains",
  "startsWith",
  "endsWith",
  "empty",
] as const;

/** Is the condition met? Throws an ExpressionFailure where it is no condition. */
export function isMet(condition: Value, context: ExpressionContext): boolean {
  const value = conditionValue(condition, context);
  if (typeof value === "boolean") return value;
  if (typeof value === "string" && /^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  return invalid(`a condition must be true or false, got a value of type ${typeName(value)}`);
}

function conditionValue(condition: Value, context: ExpressionContext): Value {
  if (!isObject(condition)) return evaluateTemplate(condition, context);
  const [entry, ...others] = [...condition];
  if (!entry || others.length > 0) return invalid("a condition has exactly one operator");
  const [name, given] = entry;
  const operator = CONDITION_OPERATORS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (operator === undefined) return invalid(`unknown operator \`${name}\` in a condition`);
  if (operator === "not") return !isMet(isArray(given) && given.length === 1 ? (given[0] ?? null) : given, context);
  const parts = isArray(given) ? given : [given];
  // As with the functions, every part is evaluated, so that one that fails fails the condition.
  if (operator === "and") return parts.map((each) => isMet(each, context)).every(Boolean);
  if (operator === "or") return parts.map((each) => isMet(each, context)).some(Boolean);
  const known = expressionFunction(operator);
  if (!known || parts.length < known.arity[0] || parts.length > known.arity[1]) {
    throw new ExpressionFailure("invalid", `the operator \`${operator}\` has a wrong number of values`);
  }
  return known.call(
    parts.map((each) => evaluateTemplate(each, context)),
    context,
  );
}
