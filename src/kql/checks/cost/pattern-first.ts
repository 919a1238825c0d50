/** A regular expression in a filter before a cheaper filter. */

import { child, type KustoNode, kindOf, referenced } from "../../kusto/node";
import { contains, placeInPipe, sourceOf } from "../pipe";
import type { TreeCheck } from "../tree-check";

export const patternFirst: TreeCheck = {
  code: "PKT2055",
  severity: "warning",
  title: "a regular expression before a cheaper filter",
  why: "A regular expression is the dearest of filters and can't use the index. Behind the others it meets fewer rows.",
  source: "https://learn.microsoft.com/kusto/query/best-practices, read 2026-11-23",
  avoid: "SecurityEvent | where CommandLine matches regex '[A-Z]{9}' | where EventID == 4688",
  prefer: "SecurityEvent | where EventID == 4688 | where CommandLine matches regex '[A-Z]{9}'",
  nearMiss: "SecurityEvent | where EventID == 4688 and CommandLine matches regex '[A-Z]{9}' | where Computer has 'dc'",
  on: ["FilterOperator"],
  *look(node) {
    const condition = child(node, "Condition");
    const first = condition && firstOf(condition);
    if (!first || !contains(first, isPattern)) return;
    const { input, after } = placeInPipe(node);
    const isTable = input && referenced(sourceOf(input))?.kind === "Table";
    if (!isTable || !after || kindOf(after) !== "FilterOperator" || contains(after, isPattern)) return;
    yield {
      message: "every row is matched against a regular expression first",
      help: "put the filter that follows before it",
      at: first,
    };
  },
};

/** The leftmost of conditions that all have to hold: what it lets go never meets the others. */
function firstOf(condition: KustoNode): KustoNode {
  const inner =
    kindOf(condition) === "ParenthesizedExpression"
      ? child(condition, "Expression")
      : kindOf(condition) === "AndExpression"
        ? child(condition, "Left")
        : undefined;
  return inner ? firstOf(inner) : condition;
}

function isPattern(node: KustoNode): boolean {
  return kindOf(node) === "MatchesRegexExpression";
}
