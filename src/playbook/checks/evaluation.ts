/** PKT4003, PKT4004, PKT4005: how the evaluation of an expression, or a run, can end without a value. */

import {
  type CheckInfo,
  type Diagnostic,
  exampleJson,
  finding,
  sourceText,
  span,
  unreachable,
} from "../../diagnostics";
import type { ExpressionFailure } from "../expressions/failure";
import { EXPRESSION_DEPTH_MAX } from "../expressions/parser";

const source =
  "https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference, read 2026-11-23";

/** The JSON text of a request to evaluate an expression. */
function expressionText(expression: string): string {
  return exampleJson({ expression });
}

/** Reported by evaluation only; a check of the definition can't know the values. */
export const evaluationFailed: CheckInfo = {
  code: "PKT4003",
  severity: "error",
  title: "an expression that fails when it is evaluated",
  why: "The service fails the action whose inputs hold such an expression: a missing property read without `?`, a wrong type, a text that is no time.",
  source,
  avoid: expressionText("setProperty(json('{}'), 'upn', 'nina@contoso.example')['mail']"),
  prefer: expressionText("setProperty(json('{}'), 'upn', 'nina@contoso.example')['upn']"),
  nearMiss: expressionText("setProperty(json('{}'), 'upn', 'nina@contoso.example')?['mail']"),
};

export const notSupported: CheckInfo = {
  code: "PKT4004",
  severity: "error",
  title: "something that the service does and picket does not evaluate",
  why: "A result is never guessed: what can't be evaluated faithfully is refused by name, and a test that needs it fails.",
  source: "picket",
  avoid: expressionText("formatDateTime('2026-01-31', 'dddd', 'cy-GB')"),
  prefer: expressionText("formatDateTime('2026-01-31', 'dddd', 'en-GB')"),
  nearMiss: expressionText("formatDateTime('2026-01-31', 'dddd', 'EN-gb')"),
};

export const evaluationLimit: CheckInfo = {
  code: "PKT4005",
  severity: "error",
  title: "an evaluation that goes beyond picket's limits",
  why: "Runaway evaluations end with a finding instead of a full memory: too deep nesting, too much text, too many steps or loop rounds.",
  source: "picket",
  avoid: () => expressionText(`${"not(".repeat(EXPRESSION_DEPTH_MAX + 1)}true${")".repeat(EXPRESSION_DEPTH_MAX + 1)}`),
  prefer: expressionText("not(not(true))"),
  nearMiss: () => expressionText(`${"not(".repeat(EXPRESSION_DEPTH_MAX)}true${")".repeat(EXPRESSION_DEPTH_MAX)}`),
};

/** The finding of a failed evaluation of `template`. */
export function failureFinding(failure: ExpressionFailure, template?: string): Diagnostic {
  const { kind, message, start, end } = failure;
  const at =
    template === undefined || start === undefined
      ? {}
      : { at: span(sourceText("expression", template), start, end ?? template.length) };
  switch (kind) {
    case "invalid":
      return finding(evaluationFailed, { message, ...at });
    case "unsupported":
      return finding(notSupported, { message, ...at });
    case "limit":
      return finding(evaluationLimit, { message, ...at });
    default:
      return unreachable(kind);
  }
}
