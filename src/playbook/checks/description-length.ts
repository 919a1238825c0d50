/** PKT4117: a description that is too long. */

import { memberOf } from "../workflow/pointer";
import { workflowText } from "./example-workflow";
import { at, LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

const DESCRIPTION_CHARS_MAX = 256;

const note = { type: "Compose", inputs: 1 };

export const descriptionLength: WorkflowCheck = {
  code: "PKT4117",
  severity: "warning",
  title: "a description of more than 256 characters",
  why: "The limit is documented; whether the service refuses a longer description or only the designer does is not.",
  source: LIMITS_SOURCE,
  avoid: () => workflowText({ Note: { ...note, description: "d".repeat(DESCRIPTION_CHARS_MAX + 1) } }),
  prefer: workflowText({ Note: { ...note, description: "what it is for" } }),
  nearMiss: () => workflowText({ Note: { ...note, description: "d".repeat(DESCRIPTION_CHARS_MAX) } }),
  run: function* ({ actions, triggers }) {
    for (const each of [...actions, ...triggers]) {
      const description = memberOf(each.json, "description");
      if (typeof description !== "string" || description.length <= DESCRIPTION_CHARS_MAX) continue;
      const message = `the description has ${description.length} characters; at most ${DESCRIPTION_CHARS_MAX} are allowed`;
      yield at(descriptionLength, each, message);
    }
  },
};
