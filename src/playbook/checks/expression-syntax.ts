/** PKT4001: an expression that can't be read. */

import type { CheckInfo } from "../../diagnostics";
import { workflowText } from "./example-workflow";

export const expressionSyntax: CheckInfo = {
  code: "PKT4001",
  severity: "error",
  title: "an expression that can't be read",
  why: "The service refuses a definition with an expression that it can't parse. A text or key that starts with `@` is an expression; a plain `@` in first place is written `@@`.",
  source:
    "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language#expressions, read 2026-11-23",
  avoid: workflowText({ Greet: { type: "Compose", inputs: "@concat('a', 'b'" } }),
  prefer: workflowText({ Greet: { type: "Compose", inputs: "@concat('a', 'b')" } }),
  nearMiss: workflowText({ Greet: { type: "Compose", inputs: { "@@odata.id": "nina@contoso.example", mark: "@" } } }),
};
