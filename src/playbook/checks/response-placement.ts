/** PKT4503, PKT4504, PKT4505: where Response may stand. */

import { hasEnded, runApart } from "../workflow/order";
import { type Action, ancestorsOf, isType, type Workflow } from "../workflow/workflow";
import { after, workflowText } from "./example-workflow";
import { ACTIONS_SOURCE, at, type WorkflowCheck } from "./workflow-check";

const answer = { type: "Response", inputs: { statusCode: 200 } };
const hourly = { Every_hour: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } };

function responsesOf({ actions }: Workflow): readonly Action[] {
  return actions.filter((action) => isType(action, "Response"));
}

export const responseWithoutRequest: WorkflowCheck = {
  code: "PKT4503",
  severity: "error",
  title: "Response in a workflow that no request starts",
  why: "Only a Request trigger waits for a response; the service refuses the action elsewhere.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Answer: answer }, { triggers: hourly }),
  prefer: workflowText({ Answer: answer }),
  nearMiss: workflowText({ Answer: answer }, { triggers: { ...hourly, By_hand: { type: "Request" } } }),
  run: function* (workflow) {
    if (workflow.triggers.some((trigger) => isType(trigger, "Request") || isType(trigger, "Manual"))) return;
    for (const action of responsesOf(workflow)) {
      yield at(
        responseWithoutRequest,
        action,
        `\`${action.name}\` answers a request, but no trigger of type Request starts the workflow`,
      );
    }
  },
};

export const responseInLoop: WorkflowCheck = {
  code: "PKT4504",
  severity: "error",
  title: "Response inside a loop",
  why: "A request is answered once; the service refuses Response inside Foreach and Until.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Each: { type: "Foreach", foreach: "@triggerBody()", actions: { Answer: answer } } }),
  prefer: workflowText({ Check: { type: "If", expression: "@equals(1, 1)", actions: { Answer: answer } } }),
  nearMiss: workflowText({
    Each: { type: "Foreach", foreach: "@triggerBody()", actions: {} },
    Answer: { ...answer, ...after("Each") },
  }),
  run: function* (workflow) {
    for (const action of responsesOf(workflow)) {
      const loop = ancestorsOf(action).find((each) => isType(each, "Foreach") || isType(each, "Until"));
      if (loop)
        yield at(
          responseInLoop,
          action,
          `\`${action.name}\` answers the request from inside the loop \`${loop.name}\``,
        );
    }
  },
};

export const responseInParallel: WorkflowCheck = {
  code: "PKT4505",
  severity: "warning",
  title: "two Responses of which both may run",
  why: "A request is answered once: the second Response fails. Responses belong into branches of one If or Switch.",
  source: ACTIONS_SOURCE,
  avoid: workflowText({ Answer: answer, Other: answer }),
  prefer: workflowText({
    Check: {
      type: "If",
      expression: "@equals(1, 1)",
      actions: { Answer: answer },
      else: { actions: { Other: answer } },
    },
  }),
  nearMiss: workflowText({
    Work: { type: "Scope", actions: {} },
    Rescue: { type: "Scope", actions: { Excuse: answer }, runAfter: { Work: ["Failed", "TimedOut"] } },
    Answer: { ...answer, ...after("Work") },
  }),
  run: function* (workflow) {
    const responses = responsesOf(workflow);
    for (const [index, action] of responses.entries()) {
      const other = responses
        .slice(0, index)
        .find((each) => !areExclusive(each, action) && !isOrdered(each, action) && !runApart(each, action));
      if (other)
        yield at(responseInParallel, action, `\`${action.name}\` and \`${other.name}\` may both answer the request`);
    }
  },
};

/** Do they stand in different branches of one If or Switch? */
function areExclusive(left: Action, right: Action): boolean {
  const branches = new Map(branchesOf(left));
  return branchesOf(right).some(
    ([owner, pointer]) => !isType(owner, "Scope") && (branches.get(owner) ?? pointer) !== pointer,
  );
}

function branchesOf(action: Action): readonly (readonly [Action, string])[] {
  return [action, ...ancestorsOf(action)].flatMap(({ scope }) =>
    scope.owner ? [[scope.owner, scope.pointer] as const] : [],
  );
}

/** What runs after the other may be its failure path, or a later step that the first one's branch has ended. */
function isOrdered(left: Action, right: Action): boolean {
  return hasEnded(left, right) || hasEnded(right, left);
}
