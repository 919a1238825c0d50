/** `take` of rows that are in no order. */

import { child, type KustoNode, kindOf, tokenText } from "../../kusto/node";
import { isOrderedBefore } from "../engine/window-order";
import { placeInPipe } from "../pipe";
import type { TreeCheck } from "../tree-check";

export const freeTake: TreeCheck = {
  code: "PKT2040",
  severity: "warning",
  title: "rows that the engine is free to choose",
  why: "`take` and `sample` of rows in no order give other rows on each run, so that the same events may or may not raise an alert.",
  source: "https://learn.microsoft.com/kusto/query/take-operator, read 2026-11-23",
  avoid: "SigninLogs | where ResultType == '50126' | take 10",
  prefer: "SigninLogs | where ResultType == '50126' | top 10 by TimeGenerated",
  nearMiss: "SigninLogs | sort by TimeGenerated | where ResultType == '50126' | take 10",
  on: ["TakeOperator", "SampleOperator"],
  *look(node) {
    const { input } = placeInPipe(node);
    if (!input || isNone(node) || isOneRow(input)) return;
    if (kindOf(node) === "TakeOperator" && isOrderedBefore(node)) return;
    yield { message: "which rows these are is not said", help: "use `top ... by`, or `sort` before it" };
  },
};

/** `take 0` asks for the columns. */
function isNone(node: KustoNode): boolean {
  const count = child(node, "Expression");
  return count !== undefined && tokenText(count) === "0";
}

/** Operators that never make more rows of one. */
const KEEPS_ONE: ReadonlySet<string> = new Set([
  "ExtendOperator",
  "FilterOperator",
  "ProjectOperator",
  "ProjectAwayOperator",
  "ProjectKeepOperator",
  "ProjectRenameOperator",
  "ProjectReorderOperator",
  "SerializeOperator",
]);

/** Whether there is at most one row to take: a total, whatever is computed from it. */
function isOneRow(input: KustoNode): boolean {
  if (kindOf(input) !== "PipeExpression") return false;
  const operator = child(input, "Operator");
  const before = child(input, "Expression");
  if (!operator || !before) return false;
  const kind = kindOf(operator);
  if (kind === "CountOperator") return true;
  if (kind === "SummarizeOperator") return child(operator, "ByClause") === undefined;
  return KEEPS_ONE.has(kind) && isOneRow(before);
}
