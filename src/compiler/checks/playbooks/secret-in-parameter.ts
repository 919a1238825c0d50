/** A secret in a parameter that shows it. */

import type { CheckInfo } from "../../../diagnostics";
import { definition, rawPlaybook } from "./example";

export const secretInParameter: CheckInfo = {
  code: "PKT5504",
  severity: "error",
  title: "a secret in a parameter that shows it",
  why: "A parameter of type String is kept in the open: in the workflow, in its runs, in exports. SecureString and SecureObject hide it.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app, read 2026-11-23",
  avoid: rawPlaybook({
    definition: definition(
      { Copy: { type: "Compose", inputs: "@length(parameters('token'))" } },
      { token: { type: "String" } },
    ),
    parameters: "parameters: { token: { secret: api-token } }",
  }),
  prefer: rawPlaybook({
    definition: definition(
      { Copy: { type: "Compose", inputs: "@length(parameters('token'))" } },
      { token: { type: "SecureString" } },
    ),
    parameters: "parameters: { token: { secret: api-token } }",
  }),
  nearMiss: rawPlaybook({
    definition: definition(
      { Copy: { type: "Compose", inputs: "@length(parameters('token'))" } },
      { token: { type: "securestring" } },
    ),
    parameters: "parameters: { token: { secret: api-token } }",
  }),
};
