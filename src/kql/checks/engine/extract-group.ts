/** `extract_all` with a pattern that has no group. */

import { argumentsOf, child, simpleName } from "../../kusto/node";
import { regularExpression } from "../../values/regular-expression";
import { constantText } from "../constant-text";
import type { TreeCheck } from "../tree-check";

export const extractGroup: TreeCheck = {
  code: "PKT2015",
  severity: "error",
  title: "`extract_all` without a group",
  why: "`extract_all` gives what the groups of the pattern matched; the engine refuses a pattern that has none.",
  source: "https://learn.microsoft.com/kusto/query/extract-all-function, read 2026-11-23; engine, recorded results",
  avoid: "print a = extract_all('x+', 'xxyx')",
  prefer: "print a = extract_all('(x+)', 'xxyx')",
  nearMiss: "print a = extract('x+', 0, 'xxyx')",
  on: ["FunctionCallExpression"],
  *look(node) {
    if (simpleName(child(node, "Name") ?? node) !== "extract_all") return;
    const [argument] = argumentsOf(node);
    const pattern = constantText(argument);
    const compiled = pattern === undefined ? undefined : regularExpression(pattern);
    if (compiled?.kind !== "compiled" || compiled.expression.groups > 0 || !argument) return;
    yield {
      message: `\`extract_all\` needs a group in the pattern \`${pattern}\``,
      help: "put parentheses around what is wanted",
      at: argument,
    };
  },
};
