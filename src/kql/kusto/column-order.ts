/** Whether the place of a column among the others can be seen in a query's result. */

import { child, childOf, type KustoNode, kindOf, parentOf, referenced, simpleName, walk } from "./node";
import { KEEPS_COLUMNS, NAMES_ITS_COLUMNS, takesAllColumns } from "./operator-columns";

/** Operators that take rows by the names of their columns, from the left and from the right. */
const JOINS: ReadonlySet<string> = new Set(["JoinOperator", "LookupOperator"]);

/** True where all that comes of a tabular node, in the statement and wherever a `let` carries it, names its columns in the end. False where that is not seen to be so. */
export function isOrderSettled(node: KustoNode): boolean {
  const parent = parentOf(node);
  if (!parent) return false;
  switch (kindOf(parent)) {
    case "PipeExpression":
      return child(parent, "Operator") === node
        ? isOrderSettled(parent)
        : isSettledBy(childOf(parent, "Operator"), parent);
    case "ParenthesizedExpression":
    case "MaterializeExpression":
      return isOrderSettled(parent);
    case "JoinOperator":
    case "LookupOperator":
      return isOrderSettled(parent);
    case "LetStatement":
      return readersOf(parent).every(isOrderSettled);
    default:
      return false;
  }
}

function isSettledBy(operator: KustoNode, pipe: KustoNode): boolean {
  const kind = kindOf(operator);
  if (kind === "GetSchemaOperator") return false;
  if (NAMES_ITS_COLUMNS.has(kind)) return !takesAllColumns(operator) || isOrderSettled(pipe);
  return (KEEPS_COLUMNS.has(kind) || JOINS.has(kind)) && isOrderSettled(pipe);
}

/** Where the name of a `let` stands for its rows. */
function readersOf(statement: KustoNode): readonly KustoNode[] {
  const name = simpleName(childOf(statement, "Name"));
  const found: KustoNode[] = [];
  walk(statement.Root as KustoNode, (node) => {
    if (kindOf(node) === "NameReference" && simpleName(node) === name && referenced(node)?.kind === "Variable") {
      found.push(node);
    }
    return undefined;
  });
  return found;
}
