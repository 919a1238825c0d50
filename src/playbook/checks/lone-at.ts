/** PKT4814: an `@` that does not do what it looks like. */

import { expressionFunction } from "../expressions/functions/registry";
import type { ParsedTemplate } from "../expressions/syntax";
import { templateUses } from "../workflow/uses";
import { workflowText } from "./example-workflow";
import { atUse, LANGUAGE_SOURCE, type WorkflowCheck } from "./workflow-check";

const header = (value: string) =>
  workflowText({
    Call: { type: "Http", inputs: { method: "GET", uri: "https://api.example", headers: { "x-run": value } } },
  });

export const loneAt: WorkflowCheck = {
  code: "PKT4814",
  severity: "warning",
  title: "an `@` that is not evaluated",
  why: "An expression is the whole text or stands in `@{…}`; `@` before a function in the middle of a text is sent as it stands. Only `@@` is documented to stand for a plain `@` in first place.",
  source: LANGUAGE_SOURCE,
  avoid: header("run @workflow()?['name']"),
  prefer: header("run @{workflow()?['name']}"),
  nearMiss: header("@@workflow() of soc@example.com"),
  run: function* (workflow) {
    for (const use of templateUses(workflow)) {
      if (use.text === "@") yield atUse(loneAt, use, "the text is nothing but `@`; `@@` is sure to mean it");
      const name = use.text.startsWith("@@") ? undefined : unevaluated(use.parsed);
      if (name)
        yield atUse(
          loneAt,
          use,
          `\`@${name}(\` in the middle of a text is sent as it stands; \`@{${name}(…)}\` is evaluated`,
        );
    }
  },
};

/** The function that a plain part of the text seems to call. */
function unevaluated(parsed: ParsedTemplate): string | undefined {
  if ("mistake" in parsed || parsed.template.kind === "expression") return undefined;
  const { template } = parsed;
  const parts = template.kind === "text" ? [template.text] : template.parts.filter((part) => typeof part === "string");
  const names = parts.flatMap((part) => [...part.matchAll(/(?<![\w@])@([a-z]+)\(/gi)].map(([, name = ""]) => name));
  return names.find((name) => expressionFunction(name) !== undefined);
}
