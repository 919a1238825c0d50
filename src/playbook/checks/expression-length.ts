/** PKT4008: an expression that is too long. */

import { EXPRESSION_CHARS_MAX } from "../expressions/parser";
import { templateUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

export const expressionLength: WorkflowCheck = {
  code: "PKT4008",
  severity: "error",
  title: "an expression of more than 8,192 characters",
  why: "The service refuses longer expressions. Long parts belong into a Compose action or a parameter.",
  source: LIMITS_SOURCE,
  avoid: () => workflowText({ Long: { type: "Compose", inputs: `@concat('${"a".repeat(EXPRESSION_CHARS_MAX)}')` } }),
  prefer: workflowText(
    { Long: { type: "Compose", inputs: "@concat(parameters('text'))" } },
    { parameters: { text: { type: "String", defaultValue: "aaa" } } },
  ),
  nearMiss: () =>
    workflowText({ Long: { type: "Compose", inputs: `${"a".repeat(EXPRESSION_CHARS_MAX)} @{concat('b', 'c')}` } }),
  run: function* (workflow) {
    for (const use of templateUses(workflow)) {
      if ("mistake" in use.parsed && use.parsed.mistake.kind === "length")
        yield atUse(expressionLength, use, use.parsed.mistake.message);
    }
  },
};
