/** PKT4007: a function with a wrong number of arguments. */

import { arityMisfit } from "../expressions/evaluate";
import { expressionFunction } from "../expressions/functions/registry";
import { callUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, FUNCTIONS_SOURCE, type WorkflowCheck } from "./workflow-check";

export const functionArity: WorkflowCheck = {
  code: "PKT4007",
  severity: "warning",
  title: "a function with a wrong number of arguments",
  why: "The service takes the definition (a published playbook calls `encodeURIComponent` with five arguments), but the action fails as soon as the call is evaluated.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText({ Sum: { type: "Compose", inputs: "@add(1)" } }),
  prefer: workflowText({ Sum: { type: "Compose", inputs: "@add(1, 2)" } }),
  nearMiss: workflowText({ Sum: { type: "Compose", inputs: "@substring('nina@contoso.example', 5)" } }),
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      const known = expressionFunction(call.name);
      const misfit = known && arityMisfit(known, call.arguments.length);
      if (misfit) yield atUse(functionArity, use, misfit);
    }
  },
};
