/** PKT4814: a text that is nothing but `@`. */

import { templateUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

export const loneAt: WorkflowCheck = {
  code: "PKT4814",
  severity: "warning",
  title: "a text that is nothing but `@`",
  why: "It is found in playbooks that work, but only `@@` is documented to stand for a plain `@` in first place.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ Sign: { type: "Compose", inputs: "@" } }),
  prefer: workflowText({ Sign: { type: "Compose", inputs: "@@" } }),
  nearMiss: workflowText({ Sign: { type: "Compose", inputs: " @" } }),
  run: function* (workflow) {
    for (const use of templateUses(workflow)) {
      if (use.text === "@") yield atUse(loneAt, use, "the text is nothing but `@`; `@@` is sure to mean it");
    }
  },
};
