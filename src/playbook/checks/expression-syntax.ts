/** PKT4001: an expression that can't be read. */

import { templateUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

export const expressionSyntax: WorkflowCheck = {
  code: "PKT4001",
  severity: "error",
  title: "an expression that can't be read",
  why: "The service refuses a definition with an expression that it can't parse. A text or key that starts with `@` is an expression; a plain `@` in first place is written `@@`.",
  source: LANGUAGE_SOURCE,
  avoid: workflowText({ Greet: { type: "Compose", inputs: "@concat('a', 'b'" } }),
  prefer: workflowText({ Greet: { type: "Compose", inputs: "@concat('a', 'b')" } }),
  nearMiss: workflowText({
    Greet: { type: "Compose", inputs: { "@@odata.id": "users/1", mail: "nina@contoso.example" } },
  }),
  run: function* (workflow) {
    for (const use of templateUses(workflow)) {
      if (!("mistake" in use.parsed) || use.parsed.mistake.kind !== "syntax") continue;
      const isKey = use.pointer.endsWith(use.text.replaceAll("~", "~0").replaceAll("/", "~1"));
      const help =
        isKey || use.text.startsWith("@odata")
          ? { help: `a plain text that starts with \`@\` is written \`@${use.text}\`` }
          : {};
      yield atUse(expressionSyntax, use, `${use.parsed.mistake.message}, in \`${shortened(use.text)}\``, help);
    }
  },
};

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
