/** A join whose left side is a whole table. */

import { child, type KustoNode, kindOf, referenced } from "../../kusto/node";
import { placeInPipe } from "../pipe";
import type { TreeCheck } from "../tree-check";

export const unfilteredJoin: TreeCheck = {
  code: "PKT2054",
  severity: "warning",
  title: "a join of a whole table",
  why: "The left side of a join is read and hashed in full. A filter or `summarize` before it is most of what makes a join affordable.",
  source: "https://learn.microsoft.com/kusto/query/best-practices, read 2026-11-23",
  avoid: "SigninLogs | join kind=inner (AuditLogs | where Result == 'failure') on CorrelationId",
  prefer:
    "SigninLogs | where ResultType != '0' | join kind=inner (AuditLogs | where Result == 'failure') on CorrelationId",
  nearMiss: "let Bad = SigninLogs | where ResultType != '0'; Bad | join kind=inner (AuditLogs) on CorrelationId",
  on: ["JoinOperator"],
  *look(node) {
    const { input } = placeInPipe(node);
    const table = input && wholeTable(input);
    if (table === undefined) return;
    yield { message: `all rows of \`${table.name}\` are joined`, help: "filter before `join`", at: table.node };
  },
};

/** Operators that leave all rows. */
const KEEPS_ALL: ReadonlySet<string> = new Set([
  "ExtendOperator",
  "ProjectOperator",
  "ProjectAwayOperator",
  "ProjectRenameOperator",
  "ProjectReorderOperator",
  "ProjectKeepOperator",
]);

function wholeTable(input: KustoNode): { readonly name: string; readonly node: KustoNode } | undefined {
  let node = input;
  while (kindOf(node) === "PipeExpression" || kindOf(node) === "ParenthesizedExpression") {
    const operator = child(node, "Operator");
    if (operator && !KEEPS_ALL.has(kindOf(operator))) return undefined;
    const inner = child(node, "Expression");
    if (!inner) return undefined;
    node = inner;
  }
  const target = kindOf(node) === "NameReference" ? referenced(node) : undefined;
  return target?.kind === "Table" ? { name: target.name, node } : undefined;
}
