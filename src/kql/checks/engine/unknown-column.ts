/** A column that a step before has left out, where the library takes the rows of an open table to have any column. */

import { didYouMean } from "../../../diagnostics";
import {
  boundColumns,
  childOf,
  isTabular,
  type KustoNode,
  kindOf,
  referenced,
  simpleName,
  walk,
} from "../../kusto/node";
import { isOpenResult, isOpenToLibrary } from "../../kusto/open-result";
import type { TreeCheck } from "../tree-check";

/** Steps whose names are columns of their input alone. */
const READS_INPUT: ReadonlySet<string> = new Set([
  "DistinctOperator",
  "ExtendOperator",
  "FilterOperator",
  "ProjectOperator",
  "SortOperator",
  "SummarizeOperator",
  "TopOperator",
]);

export const unknownColumn: TreeCheck = {
  code: "PKT2090",
  severity: "error",
  title: "a column that is no longer there",
  why: "A table without a full schema may have any column, but `project`, `summarize` and `distinct` leave only those that they name. Microsoft's parser goes on to accept every name; the engine does not.",
  source: "https://learn.microsoft.com/kusto/query/project-operator, read 2026-11-25; kusto language service 12.4.1",
  avoid: "_Im_Dns | summarize Queries = count() by SrcIpAddr | where Query > 10",
  prefer: "_Im_Dns | summarize Queries = count() by SrcIpAddr | where Queries > 10",
  nearMiss: "_Im_Dns | extend Copy = SomeField | where Copy == SomeField",
  on: ["PipeExpression"],
  *look(node) {
    const input = childOf(node, "Expression");
    const operator = childOf(node, "Operator");
    if (!isOpenToLibrary(input) || !READS_INPUT.has(kindOf(operator)) || isOpenResult(input)) return;
    const names = (boundColumns(input) ?? []).map(({ name }) => name);
    for (const each of columnReferences(operator)) {
      const name = simpleName(each);
      if (names.includes(name)) continue;
      const help = didYouMean(name, names) ?? `the step before leaves ${names.join(", ")}`;
      yield { message: `the column \`${name}\` is no longer there`, help, at: each };
    }
  },
};

/** Names of columns in the step, without those of queries inside of it. */
function columnReferences(operator: KustoNode): readonly KustoNode[] {
  const found: KustoNode[] = [];
  walk(operator, (node) => {
    if (node !== operator && isTabular(node)) return false;
    if (kindOf(node) === "NameReference" && referenced(node)?.kind === "Column") found.push(node);
    return undefined;
  });
  return found;
}
