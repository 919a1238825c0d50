/** PKT4801: actions that a Terminate keeps from running. */

import { type Action, isType } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const stop = { type: "Terminate", inputs: { runStatus: "Succeeded" } };
const note = { type: "Compose", inputs: 1 };

export const unreachableAfterTerminate: WorkflowCheck = {
  code: "PKT4801",
  severity: "warning",
  title: "an action after Terminate",
  why: "Terminate ends the whole run at once, so what runs after it never does, unless it waits for the Terminate to be Skipped.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Stop: stop, Revoke: { ...note, ...after("Stop") } }),
  prefer: workflowText({ Revoke: note, Stop: { ...stop, ...after("Revoke") } }),
  nearMiss: workflowText({
    Revoke: note,
    Stop: { ...stop, runAfter: { Revoke: ["Failed", "TimedOut"] } },
    Tell: { ...note, runAfter: { Stop: ["Skipped"] } },
  }),
  run: function* ({ actions }) {
    for (const action of actions) {
      const end = action.predecessors.find((each) => isType(each, "Terminate") && !runsWhenSkipped(action, each));
      if (end)
        yield at(
          unreachableAfterTerminate,
          action,
          `\`${action.name}\` never runs: \`${end.name}\` ends the run before it`,
        );
    }
  },
};

/** A Terminate that is passed over ends nothing: what follows may be there for just that. */
function runsWhenSkipped({ runAfter }: Action, end: Action): boolean {
  const statuses = runAfter.find(({ name }) => name.toLowerCase() === end.name.toLowerCase())?.statuses ?? [];
  return statuses.some((status) => String(status).toLowerCase() === "skipped");
}
