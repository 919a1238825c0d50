/** Whether a result may have columns that only the data decides (`bag_unpack`, `pivot`, tables without a schema). */

import { calledBody, child, childOf, items, type KustoNode, kindOf, referenced, simpleName } from "./node";
import { KEEPS_COLUMNS, NAMES_ITS_COLUMNS, takesAllColumns } from "./operator-columns";

/** Microsoft's library calls all open that comes after an open table; a step that names its columns ends that. */
export function isOpenResult(node: KustoNode): boolean {
  if (!isOpenToLibrary(node)) return false;
  switch (kindOf(node)) {
    case "PipeExpression":
      return isOpenAfter(childOf(node, "Operator"), childOf(node, "Expression"));
    case "MaterializeExpression":
    case "ParenthesizedExpression":
      return isOpenResult(childOf(node, "Expression"));
    case "UnionOperator":
      return items(node, "Expressions").some(isOpenResult);
    case "NameReference":
    case "FunctionCallExpression":
      return isOpenSource(node);
    default:
      return true;
  }
}

/** What the library says: also true behind a step that names its columns. */
export function isOpenToLibrary(node: KustoNode): boolean {
  const type = node.ResultType as { readonly IsOpen?: boolean } | null | undefined;
  return type?.IsOpen === true;
}

function isOpenAfter(operator: KustoNode, input: KustoNode): boolean {
  const kind = kindOf(operator);
  if (NAMES_ITS_COLUMNS.has(kind)) return takesAllColumns(operator) && isOpenResult(input);
  if (KEEPS_COLUMNS.has(kind)) return isOpenResult(input);
  if (kind === "UnionOperator") return isOpenResult(input) || isOpenResult(operator);
  if (kind !== "JoinOperator" && kind !== "LookupOperator") return true;
  return isOpenResult(input) || isOpenResult(childOf(operator, "Expression"));
}

/** What a `let` binds, or what a called function's body ends with. */
function isOpenSource(node: KustoNode): boolean {
  const result = child(calledBody(node)?.body ?? node, "Expression") ?? declared(node);
  return result === undefined || isOpenResult(result);
}

function declared(node: KustoNode): KustoNode | undefined {
  if (referenced(node)?.kind !== "Variable") return undefined;
  const name = simpleName(node);
  const before = (node.Root as KustoNode | undefined) ?? node;
  const statements = items(before, "Statements").filter(
    (each) =>
      kindOf(each) === "LetStatement" && each.End <= node.TextStart && simpleName(childOf(each, "Name")) === name,
  );
  const last = statements.at(-1);
  return last && child(last, "Expression");
}
