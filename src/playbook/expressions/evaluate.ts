/** Evaluates expressions and templates. */

import { didYouMean, unreachable } from "../../diagnostics";
import type { ExpressionContext, Meter } from "./context";
import { beyondLimit, ExpressionFailure, invalid } from "./failure";
import type { ExpressionFunction } from "./functions/definition";
import { expressionFunction, functionNames } from "./functions/registry";
import type { Access, CallExpression, Expression, ParsedTemplate, Range } from "./syntax";
import { parseTemplate } from "./template";
import { isArray, isObject, propertyOf, typeName, VALUE_DEPTH_MAX, type Value } from "./value";
import { textOf } from "./value-text";

/** The value of an expression; throws an ExpressionFailure with its place. */
export function evaluate(expression: Expression, context: ExpressionContext): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "call":
      return evaluateCall(expression, context);
    default:
      return unreachable(expression);
  }
}

/** A string of a definition, evaluated. */
export function evaluateText(text: string, context: ExpressionContext): Value {
  if (!text.includes("@")) return text;
  const parsed = parsedTemplate(text);
  if ("mistake" in parsed) {
    throw new ExpressionFailure(
      parsed.mistake.kind === "depth" ? "limit" : "invalid",
      parsed.mistake.message,
      parsed.mistake,
    );
  }
  const { template } = parsed;
  switch (template.kind) {
    case "text":
      return template.text;
    case "expression":
      return evaluate(template.expression, context);
    case "interpolation": {
      const parts = template.parts.map((part) => (typeof part === "string" ? part : textOf(evaluate(part, context))));
      return metered(parts.join(""), context.meter);
    }
    default:
      return unreachable(template);
  }
}

/** A part of a definition, evaluated: strings and keys are templates, all else stays as it is. */
export function evaluateTemplate(value: Value, context: ExpressionContext, depth = 0): Value {
  if (depth > VALUE_DEPTH_MAX) return beyondLimit(`a value is nested more than ${VALUE_DEPTH_MAX} levels deep`);
  if (typeof value === "string") return evaluateText(value, context);
  if (isArray(value)) return value.map((each) => evaluateTemplate(each, context, depth + 1));
  if (!isObject(value)) return value;
  const entries = new Map<string, Value>();
  for (const [key, each] of value) {
    entries.set(
      key.includes("@") ? textOf(evaluateText(key, context)) : key,
      evaluateTemplate(each, context, depth + 1),
    );
  }
  return entries;
}

/** Definitions repeat few texts many times (loops, runs), so what was parsed is kept; the bound only guards the memory. */
const PARSED_MAX = 5000;
const parsedTexts = new Map<string, ParsedTemplate>();

export function parsedTemplate(text: string): ParsedTemplate {
  const known = parsedTexts.get(text);
  if (known) return known;
  const parsed = parseTemplate(text);
  if (parsedTexts.size >= PARSED_MAX) parsedTexts.clear();
  parsedTexts.set(text, parsed);
  return parsed;
}

function evaluateCall(call: CallExpression, context: ExpressionContext): Value {
  const known = expressionFunction(call.name);
  if (!known) {
    const help = didYouMean(call.name, functionNames());
    return failAt(call, `unknown function \`${call.name}\`${help ? `; ${help}` : ""}`);
  }
  const misfit = arityMisfit(known, call.arguments.length);
  if (misfit) return failAt(call, misfit);
  let value = placed(call, () => metered(called(known, call, context), context.meter));
  for (const access of call.accesses) value = placed(access, () => accessed(value, access, context));
  return value;
}

function called(known: ExpressionFunction, call: CallExpression, context: ExpressionContext): Value {
  if (known.lazy) {
    return known.lazy(
      call.arguments.map((each) => () => evaluate(each, context)),
      context,
    );
  }
  return known.call(
    call.arguments.map((each) => evaluate(each, context)),
    context,
  );
}

/** What is wrong with a number of arguments; undefined when it fits. */
export function arityMisfit({ name, arity }: ExpressionFunction, given: number): string | undefined {
  const [least, most] = arity;
  if (given >= least && given <= most) return undefined;
  const wanted =
    least === most ? String(least) : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
  return `\`${name}\` takes ${wanted} ${wanted === "1" || wanted === "at least 1" ? "argument" : "arguments"}, got ${given}`;
}

function accessed(target: Value, access: Access, context: ExpressionContext): Value {
  const key = evaluate(access.key, context);
  if (target === null) {
    return access.isSafe ? null : invalid(`\`${textOf(key)}\` can't be selected: the value before it is null`);
  }
  if (isObject(target) && typeof key === "string") {
    const value = propertyOf(target, key);
    if (value !== undefined) return value;
    return access.isSafe ? null : invalid(`the property \`${key}\` does not exist${availableOf(target)}`);
  }
  if (isArray(target) && typeof key === "bigint") {
    const value = key < 0n ? undefined : target[Number(key)];
    if (value !== undefined) return value;
    return access.isSafe ? null : invalid(`the array has ${target.length} items, so there is no index ${key}`);
  }
  return invalid(`\`${textOf(key)}\` can't be selected from a value of type ${typeName(target)}`);
}

function availableOf(target: ReadonlyMap<string, Value>): string {
  const names = [...target.keys()].slice(0, 8).map((name) => `\`${name}\``);
  return names.length > 0 ? `; what it has: ${names.join(", ")}` : "";
}

/** Adds its place to a failure that has none yet: the innermost place is the most telling. */
function placed(at: Range, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ExpressionFailure) || error.start !== undefined) throw error;
    throw new ExpressionFailure(error.kind, error.message, at);
  }
}

function failAt(at: Range, message: string): never {
  throw new ExpressionFailure("invalid", message, at);
}

/** An array item takes as much memory as this many characters. */
const ITEM_UNITS = 10;

function metered(value: Value, meter: Meter): Value {
  meter.left -= 1 + (typeof value === "string" ? value.length : isArray(value) ? value.length * ITEM_UNITS : 0);
  if (meter.left < 0) beyondLimit("the evaluation makes more text and array items than the limit allows");
  return value;
}
