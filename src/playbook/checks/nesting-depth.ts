/** PKT4107: actions that are nested too deep. */

import { ancestorsOf } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { at, LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

const DEPTH_MAX = 8;

export const nestingDepth: WorkflowCheck = {
  code: "PKT4107",
  severity: "error",
  title: "actions more than eight levels deep",
  why: "The service refuses deeper nesting; an inner part can become a workflow of its own.",
  source: LIMITS_SOURCE,
  avoid: () => workflowText(nested(DEPTH_MAX + 1)),
  prefer: () => workflowText(nested(2)),
  nearMiss: () => workflowText(nested(DEPTH_MAX)),
  run: function* ({ actions }) {
    for (const action of actions) {
      const depth = ancestorsOf(action).length + 1;
      if (depth > DEPTH_MAX)
        yield at(nestingDepth, action, `\`${action.name}\` is ${depth} levels deep; at most ${DEPTH_MAX} are allowed`);
    }
  },
};

function nested(levels: number): object {
  let actions: object = { [`Level_${levels}`]: { type: "Compose", inputs: 1 } };
  for (let level = levels - 1; level > 0; level -= 1) actions = { [`Level_${level}`]: { type: "Scope", actions } };
  return actions;
}
