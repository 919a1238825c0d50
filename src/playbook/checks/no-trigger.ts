/** PKT4104: a workflow that nothing starts, or that does nothing. */

import { finding } from "../../diagnostics";
import { below } from "../workflow/pointer";
import { workflowText } from "./example-workflow";
import { LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

export const noTrigger: WorkflowCheck = {
  code: "PKT4104",
  severity: "warning",
  title: "a workflow without trigger or without actions",
  why: "The service takes an empty workflow, but nothing starts it and it does nothing.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ Note: { type: "Compose", inputs: 1 } }, { triggers: {} }),
  prefer: workflowText({ Note: { type: "Compose", inputs: 1 } }),
  nearMiss: workflowText({ Group: { type: "Scope", actions: {} } }),
  run: function* ({ triggers, actions, pointer }) {
    if (triggers.length === 0) {
      yield finding(noTrigger, { message: "the workflow has no trigger", pointer: below(pointer, "triggers") });
    }
    if (actions.length === 0) {
      yield finding(noTrigger, { message: "the workflow has no action", pointer: below(pointer, "actions") });
    }
  },
};
