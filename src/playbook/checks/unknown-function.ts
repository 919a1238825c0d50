/** PKT4002: a function that does not exist. */

import { didYouMean } from "../../diagnostics";
import { expressionFunction, functionNames } from "../expressions/functions/registry";
import { callUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, FUNCTIONS_SOURCE, type WorkflowCheck } from "./workflow-check";

export const unknownFunction: WorkflowCheck = {
  code: "PKT4002",
  severity: "error",
  title: "a function that does not exist",
  why: "The service refuses a definition that calls a function which the language does not have. Filtering an array is the action Query, not a function.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText({ Shout: { type: "Compose", inputs: "@toUpperCase('a')" } }),
  prefer: workflowText({ Shout: { type: "Compose", inputs: "@toUpper('a')" } }),
  nearMiss: workflowText({ Shout: { type: "Compose", inputs: "@TOUPPER('a')" } }),
  run: function* (workflow) {
    for (const { use, call } of callUses(workflow)) {
      if (expressionFunction(call.name)) continue;
      const help = didYouMean(call.name, functionNames());
      yield atUse(unknownFunction, use, `unknown function \`${call.name}\``, help === undefined ? {} : { help });
    }
  },
};
