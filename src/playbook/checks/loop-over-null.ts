/** PKT4806: a loop over what may be null. */

import { expressionsOf } from "../expressions/template";
import { conditionsAround } from "../workflow/conditions-around";
import { templateUses } from "../workflow/uses";
import { isType } from "../workflow/workflow";
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
      if (conditionsAround(use.owner.action).some((condition) => condition.includes(use.text.slice(1)))) continue;
      yield atUse(loopOverNull, use, "the loop fails when this value is null", {
        help: "`coalesce(..., json('[]'))` makes it an empty loop",
      });
    }
  },
};
