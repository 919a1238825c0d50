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
  nearMiss: "SecurityEvent | where CommandLine matches regex '[A-Z]{9}' | summarize count() by Computer",
  on: ["FilterOperator"],
  *look(node) {
    if (!contains(node, isPattern)) return;
    const { input, after } = placeInPipe(node);
    const isTable = input && referenced(sourceOf(input))?.kind === "Table";
    if (!isTable || !after || kindOf(after) !== "FilterOperator" || contains(after, isPattern)) return;
    const condition = child(node, "Condition");
    yield {
      message: "every row is matched against a regular expression first",
      help: "put the filter behind it before it",
      ...(condition ? { at: condition } : {}),
    };
  },
};

function isPattern(node: KustoNode): boolean {
  return kindOf(node) === "MatchesRegexExpression";
}
