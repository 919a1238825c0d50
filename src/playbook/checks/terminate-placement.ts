/** PKT4501, PKT4502: where Terminate may stand and what it says. */

import { TERMINATE_STATUSES } from "../actions/terminate";
import { valueAt } from "../workflow/pointer";
import { ancestorsOf, isType } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const stop = (runStatus: string) => ({ type: "Terminate", inputs: { runStatus } });

export const terminateInLoop: WorkflowCheck = {
  code: "PKT4501",
  severity: "error",
  title: "Terminate inside a loop",
  why: "The service refuses Terminate inside Foreach and Until. A variable can note that the run has to end, and a Terminate after the loop can do it.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Each: { type: "Foreach", foreach: "@triggerBody()", actions: { Stop: stop("Failed") } } }),
  prefer: workflowText({ Check: { type: "If", expression: "@equals(1, 1)", actions: { Stop: stop("Failed") } } }),
  nearMiss: workflowText({
    Each: { type: "Foreach", foreach: "@triggerBody()", actions: {} },
    Stop: { ...stop("Failed"), ...after("Each") },
  }),
  run: function* ({ actions }) {
    for (const action of actions.filter((each) => isType(each, "Terminate"))) {
      const loop = ancestorsOf(action).find((each) => isType(each, "Foreach") || isType(each, "Until"));
      if (loop)
        yield at(terminateInLoop, action, `\`${action.name}\` ends the run from inside the loop \`${loop.name}\``);
    }
  },
};

export const terminateStatus: WorkflowCheck = {
  code: "PKT4502",
  severity: "error",
  title: "Terminate with a status that a run can't end with",
  why: "A run is ended as Succeeded, Failed or Cancelled.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Stop: stop("Success") }),
  prefer: workflowText({ Stop: stop("Succeeded") }),
  nearMiss: workflowText({ Stop: stop("Cancelled") }),
  run: function* ({ actions }) {
    for (const action of actions.filter((each) => isType(each, "Terminate"))) {
      const status = valueAt(action.json, "inputs/runStatus");
      if (typeof status !== "string" || status.includes("@")) continue;
      if (TERMINATE_STATUSES.some((each) => each.toLowerCase() === status.toLowerCase())) continue;
      yield at(
        terminateStatus,
        action,
        `\`${status}\` is not a status that ends a run; one of ${TERMINATE_STATUSES.join(", ")}`,
      );
    }
  },
};
