/** PKT4009: an expression that is nested too deep to be read. */

import { EXPRESSION_DEPTH_MAX } from "../expressions/parser";
import { templateUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, type WorkflowCheck } from "./workflow-check";

export const expressionDepth: WorkflowCheck = {
  code: "PKT4009",
  severity: "warning",
  title: "an expression that is nested too deep to be checked",
  why: "What is nested this deep is not read, so nothing inside is checked. The service may take it.",
  source: "picket",
  avoid: () =>
    workflowText({
      Deep: {
        type: "Compose",
        inputs: `@${"not(".repeat(EXPRESSION_DEPTH_MAX + 1)}true${")".repeat(EXPRESSION_DEPTH_MAX + 1)}`,
      },
    }),
  prefer: workflowText({ Deep: { type: "Compose", inputs: "@not(not(true))" } }),
  nearMiss: () =>
    workflowText({
      Deep: {
        type: "Compose",
        inputs: `@${"not(".repeat(EXPRESSION_DEPTH_MAX)}true${")".repeat(EXPRESSION_DEPTH_MAX)}`,
      },
    }),
  run: function* (workflow) {
    for (const use of templateUses(workflow)) {
      if ("mistake" in use.parsed && use.parsed.mistake.kind === "depth")
        yield atUse(expressionDepth, use, use.parsed.mistake.message);
    }
  },
};
