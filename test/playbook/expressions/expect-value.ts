/** Evaluates an expression in the world that the examples of the functions assume. */

import { type ExpressionAnswer, evaluateExpressionText, evaluateTemplateJson } from "../../../src/playbook/run";

export const NOW = "2026-03-01T10:20:30.1234567Z";

/** What the examples of the workflow functions read. */
export const WORLD = {
  parameters: { fullName: "Sophia Owen" },
  variables: { numItems: 20 },
  actions: {
    Get_user: { name: "Get_user", status: "Succeeded", outputs: { statusCode: 200, body: { Name: "Nina" } } },
    Send_an_email: {
      outputs: {
        body: { "$content-type": "application/x-www-form-urlencoded", $content: "U3ViamVjdD1IZWxsbyt3b3JsZA==" },
      },
    },
  },
  trigger: { outputs: { body: { a: 1 } } },
  items: { For_each: { id: 7 } },
  item: { id: 7 },
  iterationIndexes: { Until: 2 },
  workflow: { name: "w", run: { name: "run-1" } },
};

/** The value, or `refused: message`. */
export function evaluated(expression: string, context: object = WORLD): unknown {
  return shown(evaluateExpressionText(expression, context, NOW));
}

export function evaluatedTemplate(template: unknown, context: object = WORLD): unknown {
  return shown(evaluateTemplateJson(template, context, NOW));
}

function shown(answer: ExpressionAnswer): unknown {
  return "value" in answer ? answer.value : `${answer.refused}: ${answer.diagnostics[0]?.message}`;
}
