/** What operators do with the columns that come in, by the library's syntax kinds. */

import { type KustoNode, kindOf, walk } from "./node";

/** Steps whose result has just the columns that they name. */
export const NAMES_ITS_COLUMNS: ReadonlySet<string> = new Set([
  "CountOperator",
  "DistinctOperator",
  "GetSchemaOperator",
  "MakeSeriesOperator",
  "ProjectOperator",
  "SummarizeOperator",
  "TopHittersOperator",
  "TopNestedOperator",
]);

/** Steps that keep the columns that there are, and may add some. */
export const KEEPS_COLUMNS: ReadonlySet<string> = new Set([
  "AsOperator",
  "ExtendOperator",
  "FilterOperator",
  "MvExpandOperator",
  "ParseOperator",
  "ParseWhereOperator",
  "ProjectAwayOperator",
  "ProjectKeepOperator",
  "ProjectRenameOperator",
  "ProjectReorderOperator",
  "RenderOperator",
  "SampleOperator",
  "SerializeOperator",
  "SortOperator",
  "TakeOperator",
  "TopOperator",
]);

/** `arg_max(x, *)`, `distinct *`: all columns of the input come along. */
export function takesAllColumns(operator: KustoNode): boolean {
  let found = false;
  walk(operator, (node) => {
    found ||= kindOf(node) === "StarExpression";
    return !found;
  });
  return found;
}
