/** Conditions of If and Query: an expression, or an object of operators. */

import type { ExpressionContext } from "../expressions/context";
import { evaluateTemplate } from "../expressions/evaluate";
import { invalid } from "../expressions/failure";
import { expressionFunction } from "../expressions/functions/registry";
import { isArray, isObject, typeName, type Value } from "../expressions/value";

/** Operators whose values are conditions themselves: `not` takes one, `and` and `or` a list. */
export const JOINING_OPERATORS: readonly string[] = ["and", "or", "not"];

/** Operators that the designer offers. The object form is another way to write a call, so any function is one. */
export const CONDITION_OPERATORS: readonly string[] = [
  ...JOINING_OPERATORS,
  "equals",
  "greater",
  "greaterOrEquals",
  "less",
  "lessOrEquals",
  "contains",
  "startsWith",
  "endsWith",
];

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
  const known = expressionFunction(name);
  if (!known) return invalid(`unknown operator \`${name}\` in a condition`);
  const operator = known.name;
  if (operator === "not") return !isMet(isArray(given) && given.length === 1 ? (given[0] ?? null) : given, context);
  const parts = isArray(given) ? given : [given];
  // As with the functions, every part is evaluated, so that one that fails fails the condition.
  if (operator === "and") return parts.map((each) => isMet(each, context)).every(Boolean);
  if (operator === "or") return parts.map((each) => isMet(each, context)).some(Boolean);
  const [least, most] = known.arity;
  if (parts.length < least || parts.length > most)
    return invalid(`the operator \`${operator}\` has a wrong number of values`);
  return known.call(
    parts.map((each) => evaluateTemplate(each, context)),
    context,
  );
}
