/** PKT4801: actions that a Terminate keeps from running. */

import { isType } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const stop = { type: "Terminate", inputs: { runStatus: "Succeeded" } };
const note = { type: "Compose", inputs: 1 };

export const unreachableAfterTerminate: WorkflowCheck = {
  code: "PKT4801",
  severity: "warning",
  title: "an action after Terminate",
  why: "Terminate ends the whole run at once, so what runs after it never does.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Stop: stop, Revoke: { ...note, ...after("Stop") } }),
  prefer: workflowText({ Revoke: note, Stop: { ...stop, ...after("Revoke") } }),
  run: function* ({ actions }) {
    for (const action of actions) {
      const end = action.predecessors.find((each) => isType(each, "Terminate"));
      if (end)
        yield at(
          unreachableAfterTerminate,
          action,
          `\`${action.name}\` never runs: \`${end.name}\` ends the run before it`,
        );
    }
  },
};
