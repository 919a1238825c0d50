/** Whether the place of a column among the others can be seen in a query's result. */

import type { OrderSeen } from "../ir/program";
import { child, childOf, type KustoNode, kindOf, parentOf, referenced, simpleName, walk } from "./node";
import { KEEPS_COLUMNS, NAMES_ITS_COLUMNS, takesAllColumns } from "./operator-columns";

/** Operators that take rows by the names of their columns, from the left and from the right. */
const JOINS: ReadonlySet<string> = new Set(["JoinOperator", "LookupOperator", "UnionOperator"]);

const BY_REACH: readonly OrderSeen[] = ["nowhere", "in the result", "in the query"];

/** True where all that comes of a tabular node, in the statement and wherever a `let` carries it, names its columns in the end. False where that is not seen to be so. */
export function isOrderSettled(node: KustoNode): boolean {
  return orderSeen(node) === "nowhere";
}

export function orderSeen(node: KustoNode): OrderSeen {
  const parent = parentOf(node);
  if (!parent) return "in the query";
  switch (kindOf(parent)) {
    case "PipeExpression":
      return child(parent, "Operator") === node
        ? orderSeen(parent)
        : orderSeenBehind(childOf(parent, "Operator"), parent);
    case "SeparatedElement":
    case "List":
      // The legs of a `union` stand in a list; other lists have parents that are not known here.
      return orderSeen(parent);
    case "ParenthesizedExpression":
    case "MaterializeExpression":
    case "JoinOperator":
    case "LookupOperator":
    case "UnionOperator":
      return orderSeen(parent);
    case "ExpressionStatement":
      return "in the result";
    case "LetStatement":
      return furthest(readersOf(parent).map(orderSeen));
    default:
      return "in the query";
  }
}

function furthest(seen: readonly OrderSeen[]): OrderSeen {
  return BY_REACH[Math.max(0, ...seen.map((each) => BY_REACH.indexOf(each)))] ?? "in the query";
}

function orderSeenBehind(operator: KustoNode, pipe: KustoNode): OrderSeen {
  const kind = kindOf(operator);
  if (kind === "GetSchemaOperator") return "in the query";
  if (NAMES_ITS_COLUMNS.has(kind)) return takesAllColumns(operator) ? orderSeen(pipe) : "nowhere";
  return KEEPS_COLUMNS.has(kind) || JOINS.has(kind) ? orderSeen(pipe) : "in the query";
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
