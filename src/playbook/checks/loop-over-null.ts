/** PKT4806: a loop over what may be null. */

import type { CallExpression } from "../expressions/syntax";
import { expressionsOf } from "../expressions/template";
import { conditionsAround } from "../workflow/conditions-around";
import { valueAt } from "../workflow/pointer";
import { literalArgument, templateUses } from "../workflow/uses";
import { actionNamed, isType, type Workflow } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, atUse, type WorkflowCheck } from "./workflow-check";

const loop = (foreach: string) => workflowText({ Each: { type: "Foreach", foreach, actions: {} } });

export const loopOverNull: WorkflowCheck = {
  code: "PKT4806",
  severity: "warning",
  title: "a loop over a value that may be null",
  why: "A Foreach over null fails with ExpressionEvaluationFailed. An incident without such entities is enough for that. A condition around the loop that asks for the same value is taken as a guard.",
  source: ACTIONS_SOURCE,
  avoid: loop("@triggerBody()?['accounts']"),
  prefer: loop("@coalesce(triggerBody()?['accounts'], json('[]'))"),
  nearMiss: workflowText({
    Check: {
      type: "If",
      expression: { not: { equals: ["@triggerBody()?['accounts']", "@null"] } },
      actions: { Each: { type: "Foreach", foreach: "@triggerBody()?['accounts']", actions: {} } },
    },
  }),
  run: function* (workflow) {
    for (const use of templateUses(workflow)) {
      if (use.owner.kind !== "action" || !isType(use.owner.action, "Foreach") || use.path.toLowerCase() !== "foreach")
        continue;
      const [expression] = expressionsOf(use.parsed);
      if (expression?.kind !== "call" || !expression.accesses.some(({ isSafe }) => isSafe)) continue;
      if (isListOfEntities(expression, workflow)) continue;
      if (conditionsAround(use.owner.action).some((condition) => condition.includes(use.text.slice(1)))) continue;
      yield atUse(loopOverNull, use, "the loop fails when this value is null", {
        help: "`coalesce(..., json('[]'))` makes it an empty loop",
      });
    }
  },
};

/**
 * "Entities - Get Accounts" and its like answer with a list, an empty one where the incident has none.
 * Source: https://learn.microsoft.com/connectors/azuresentinel, read 2026-11-23.
 */
function isListOfEntities(expression: CallExpression, workflow: Workflow): boolean {
  const name = expression.name.toLowerCase() === "body" ? literalArgument(expression) : undefined;
  const action = name === undefined ? undefined : actionNamed(workflow, name);
  if (!action || !isType(action, "ApiConnection") || expression.accesses.length !== 1) return false;
  const path = valueAt(action.json, "inputs/path");
  return typeof path === "string" && /^\/entities\/\w+$/i.test(path);
}
