/** PKT4802: a failure path that misses time-outs. */

import { type Action, siblingNamed } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { at, type WorkflowCheck } from "./workflow-check";

const call = { type: "Http", inputs: { method: "GET", uri: "https://contoso.example" } };
const note = (statuses: readonly string[]) => ({ type: "Compose", inputs: "failed", runAfter: { Call: statuses } });

export const failurePath: WorkflowCheck = {
  code: "PKT4802",
  severity: "warning",
  title: "a failure path that misses time-outs",
  why: "An action that gets no answer in time ends as TimedOut, not as Failed, so a path for Failed alone is passed over.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling, read 2026-11-23",
  avoid: workflowText({ Call: call, Handle: note(["Failed"]) }),
  prefer: workflowText({ Call: call, Handle: note(["Failed", "TimedOut"]) }),
  nearMiss: workflowText({ Call: call, Handle: note(["Failed"]), Tell_of_time_out: note(["TimedOut"]) }),
  run: function* ({ actions }) {
    for (const action of actions) {
      for (const { name, statuses, pointer } of action.runAfter) {
        const listed = new Set(statuses.map((status) => String(status).toLowerCase()));
        if (!listed.has("failed") || listed.has("timedout") || !mayTimeOut(action, name) || hasOwnPath(action, name))
          continue;
        yield at(failurePath, action, `\`${action.name}\` runs when \`${name}\` fails, but not when it times out`, {
          pointer,
        });
      }
    }
  },
};

/** Types that work on values alone: they wait for nobody. */
const COMPUTING_TYPES =
  /^(compose|parsejson|query|select|table|join|(initialize|set|increment|decrement|appendto(array|string))variable)$/i;

function mayTimeOut({ scope }: Action, name: string): boolean {
  return !COMPUTING_TYPES.test(siblingNamed(scope, name)?.type ?? "");
}

/** Does another action beside it run when `name` times out? */
function hasOwnPath({ scope }: Action, name: string): boolean {
  return scope.actions.some(({ runAfter }) =>
    runAfter.some(
      (each) =>
        each.name.toLowerCase() === name.toLowerCase() &&
        each.statuses.some((status) => String(status).toLowerCase() === "timedout"),
    ),
  );
}
