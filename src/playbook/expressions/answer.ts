/** Answers single expressions and templates in a given world, without throwing. */

import { type Diagnostic, finding, sourceText, span } from "../../diagnostics";
import { evaluationLimit, failureFinding } from "../checks/evaluation";
import { expressionSyntax } from "../checks/expression-syntax";
import { evaluate, evaluateTemplate } from "./evaluate";
import { ExpressionFailure, type FailureKind } from "./failure";
import { type GivenContext, givenContext } from "./given-context";
import { parseExpression } from "./parser";
import { fromJson, type Json, toJson, type Value } from "./value";

export type ExpressionAnswer =
  | { readonly value: Json }
  | { readonly refused: FailureKind; readonly diagnostics: readonly Diagnostic[] };

/** The value of the text after `@`. */
export function evaluateExpressionText(text: string, context: GivenContext, now: string): ExpressionAnswer {
  const parsed = parseExpression(text);
  if ("mistake" in parsed) {
    const { kind, message, start, end } = parsed.mistake;
    const at = span(sourceText("expression", text), start, end);
    if (kind === "depth") return { refused: "limit", diagnostics: [finding(evaluationLimit, { message, at })] };
    return { refused: "invalid", diagnostics: [finding(expressionSyntax, { message, at })] };
  }
  return answered(() => evaluate(parsed.expression, givenContext(context, now)), text);
}

/** A JSON value whose strings and keys are templates. */
export function evaluateTemplateJson(template: unknown, context: GivenContext, now: string): ExpressionAnswer {
  const text = typeof template === "string" ? template : undefined;
  return answered(() => evaluateTemplate(fromJson(template), givenContext(context, now)), text);
}

function answered(run: () => Value, text: string | undefined): ExpressionAnswer {
  try {
    return { value: toJson(run()) };
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    return { refused: error.kind, diagnostics: [failureFinding(error, text)] };
  }
}
