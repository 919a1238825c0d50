/** PKT4106: a name that is too long. */

import { workflowText } from "./example-workflow";
import { at, LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

export const NAME_CHARS_MAX = 80;

const note = { type: "Compose", inputs: 1 };

export const nameLength: WorkflowCheck = {
  code: "PKT4106",
  severity: "error",
  title: "a name of more than 80 characters",
  why: "The service refuses longer names of actions, triggers and parameters.",
  source: LIMITS_SOURCE,
  avoid: () => workflowText({ ["N".repeat(NAME_CHARS_MAX + 1)]: note }),
  prefer: workflowText({ Note: note }),
  nearMiss: () => workflowText({ ["N".repeat(NAME_CHARS_MAX)]: note }),
  run: function* ({ actions, triggers, parameters }) {
    for (const each of [...actions, ...triggers, ...parameters]) {
      if (each.name.length <= NAME_CHARS_MAX) continue;
      yield at(nameLength, each, `the name has ${each.name.length} characters; at most ${NAME_CHARS_MAX} are allowed`);
    }
  },
};
