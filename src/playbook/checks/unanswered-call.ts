/** PKT4006: a run makes a call that nothing answers. */

import type { CheckInfo } from "../../diagnostics";
import { workflowText } from "./example-workflow";

export const unansweredCall: CheckInfo = {
  code: "PKT4006",
  severity: "error",
  title: "a run makes a call that nothing answers",
  why: "A run is only as true as the answers that it gets, so a call without an answer is never guessed: it ends the run by name.",
  source: "picket",
  avoid: workflowText({
    Look_up: { type: "Http", inputs: { method: "GET", uri: "https://graph.microsoft.com/v1.0/me" } },
  }),
  prefer: workflowText({ Look_up: { type: "Compose", inputs: "no call" } }),
  nearMiss: workflowText({
    Is_known: {
      type: "If",
      expression: "@equals(1, 2)",
      actions: { Look_up: { type: "Http", inputs: { method: "GET", uri: "https://graph.microsoft.com/v1.0/me" } } },
    },
  }),
};
