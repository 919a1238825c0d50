/** PKT4206: `result()` of something that holds no actions. */

import { actionReferences } from "../workflow/action-references";
import { after, workflowText } from "./example-workflow";
import { atUse, FUNCTIONS_SOURCE, type WorkflowCheck } from "./workflow-check";

const note = { type: "Compose", inputs: 1 };

export const resultScope: WorkflowCheck = {
  code: "PKT4206",
  severity: "error",
  title: "`result()` of an action that holds no actions",
  why: "`result()` gives the records of the actions inside a Scope, Foreach, Until, If or Switch. For a single action it is `actions()`.",
  source: FUNCTIONS_SOURCE,
  avoid: workflowText({ First: note, Copy: { type: "Compose", inputs: "@result('First')", ...after("First") } }),
  prefer: workflowText({
    Group: { type: "Scope", actions: { First: note } },
    Copy: { type: "Compose", inputs: "@result('Group')", ...after("Group") },
  }),
  nearMiss: workflowText({
    Check: { type: "If", expression: "@equals(1, 1)", actions: { First: note } },
    Copy: { type: "Compose", inputs: "@result('Check')", ...after("Check") },
  }),
  run: function* (workflow) {
    for (const { use, call, name, target } of actionReferences(workflow)) {
      if (
        call.name.toLowerCase() !== "result" ||
        !target ||
        target.scopes.length > 0 ||
        /^(switch|if)$/i.test(target.type)
      )
        continue;
      yield atUse(resultScope, use, `\`${name}\` of type ${target.type} holds no actions, so it has no results`);
    }
  },
};
