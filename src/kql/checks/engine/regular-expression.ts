/** Patterns that are no regular expressions. */

import { argumentsOf, child, childOf, type KustoNode, kindOf, simpleName } from "../../kusto/node";
import { hasClosedClasses, regularExpression } from "../../values/regular-expression";
import { constantText } from "../constant-text";
import type { TreeCheck } from "../tree-check";

/** Which argument of a function is the pattern. */
const PATTERN_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ["extract", 0],
  ["extract_all", 0],
  ["replace_regex", 1],
  ["trim", 0],
  ["trim_start", 0],
  ["trim_end", 0],
]);

export const invalidRegularExpression: TreeCheck = {
  code: "PKT2014",
  severity: "error",
  title: "a pattern that is no regular expression",
  why: "The engine reads patterns as the `regex` crate of Rust does: no look-around, no back-references, brackets in pairs. It refuses the query.",
  source: "https://learn.microsoft.com/kusto/query/regex, read 2026-11-23",
  avoid: "print a = 'x' matches regex '(x'",
  prefer: "print a = 'x' matches regex @'\\(x'",
  nearMiss: "print a = 'x' matches regex '(?i)(x)'",
  on: ["FunctionCallExpression", "MatchesRegexExpression"],
  *look(node) {
    const argument = patternOf(node);
    const pattern = constantText(argument);
    if (pattern === undefined || !argument) return;
    const compiled = regularExpression(pattern);
    if (compiled.kind === "compiled" || compiled.refusal !== "invalid") return;
    yield { message: compiled.message, at: argument };
  },
};

export const openBracket: TreeCheck = {
  code: "PKT2043",
  severity: "warning",
  title: "a bracket that is not escaped among the characters of a class",
  why: "The engine's syntax takes it for the start of a class inside the class, which then never ends. Older rules hold `[[]` for a bracket, and it is evaluated so.",
  source:
    "https://learn.microsoft.com/kusto/query/regex and https://github.com/rust-lang/regex/issues/592, read 2026-11-26",
  avoid: "print a = trim_start(@'[[]', '[2001:db8::1')",
  prefer: "print a = trim_start(@'\\[', '[2001:db8::1')",
  nearMiss: "print a = trim_start(@'[[:digit:]]', '12ab')",
  on: ["FunctionCallExpression", "MatchesRegexExpression"],
  *look(node) {
    const argument = patternOf(node);
    const pattern = constantText(argument);
    if (pattern === undefined || !argument || hasClosedClasses(pattern)) return;
    if (regularExpression(pattern).kind !== "compiled") return;
    yield {
      message: "a bracket opens a class inside a class that never ends",
      help: "write it as `\\[`",
      at: argument,
    };
  },
};

function patternOf(node: KustoNode): KustoNode | undefined {
  if (kindOf(node) === "MatchesRegexExpression") return childOf(node, "Right");
  const index = PATTERN_ARGUMENTS.get(simpleName(child(node, "Name") ?? node));
  return index === undefined ? undefined : argumentsOf(node)[index];
}
