/** `mv-expand` before a filter that does not need it. */

import { child, type KustoNode, kindOf, simpleName, tokenText, walk } from "../../kusto/node";
import { columnsRead, placeInPipe } from "../pipe";
import type { TreeCheck } from "../tree-check";

export const filterAfterExpand: TreeCheck = {
  code: "PKT2053",
  severity: "warning",
  title: "a filter behind `mv-expand` that does not need it",
  why: "Every row is made into several before most are thrown away; the same filter before `mv-expand` leaves fewer rows to expand.",
  source: "https://learn.microsoft.com/kusto/query/best-practices, read 2026-11-23; picket",
  avoid: 'AuditLogs | mv-expand TargetResources | where Result == "success"',
  prefer: 'AuditLogs | where Result == "success" | mv-expand TargetResources',
  nearMiss: 'AuditLogs | mv-expand TargetResources | where TargetResources.type == "User"',
  on: ["MvExpandOperator"],
  *look(node) {
    const { after } = placeInPipe(node);
    const condition = after && kindOf(after) === "FilterOperator" ? child(after, "Condition") : undefined;
    if (!after || !condition || /\blimit\b|with_itemindex/.test(tokenText(node))) return;
    const made = namesIn(node);
    const read = columnsRead(condition);
    if (read.size === 0 || [...read].some((name) => made.has(name))) return;
    yield { message: "this filter reads nothing that `mv-expand` makes", help: "put it before `mv-expand`", at: after };
  },
};

/** All names in the operator: what it expands, and what it calls the items. */
function namesIn(node: KustoNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(node, (each) => {
    if (["NameReference", "NameDeclaration"].includes(kindOf(each))) names.add(simpleName(each));
    return undefined;
  });
  return names;
}
