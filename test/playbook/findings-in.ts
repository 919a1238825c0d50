/** What the examples of the checks give. */

import type { Diagnostic } from "../../src/diagnostics";
import { checkWorkflow } from "../../src/playbook/check";
import { evaluateExpressionText, runWorkflow, stubAnswers } from "../../src/playbook/run";
import { NOW } from "./expressions/expect-value";

/** Of a definition by checking and, where nothing was found, running it; of an expression by evaluating it. */
export async function findingsIn(example: string, code: string): Promise<readonly Diagnostic[]> {
  const { definition, parameters, expression } = JSON.parse(example);
  if (expression !== undefined) {
    const answer = evaluateExpressionText(expression, {}, NOW);
    return "diagnostics" in answer ? answer.diagnostics : [];
  }
  if (code !== "PKT4006") return checkWorkflow({ definition, parameters });
  const answer = await runWorkflow({ definition, parameters, trigger: {}, answer: stubAnswers({}), now: NOW });
  return "diagnostics" in answer ? answer.diagnostics : [];
}
