/** Functions that look at neighbouring rows, on rows that are in no order. */

import { functionNamed } from "../../functions/registry";
import { calledBody, child, items, type KustoNode, kindOf, parentOf, referenced, simpleName } from "../../kusto/node";
import { operatorFor } from "../../operators/registry";
import type { TreeCheck } from "../tree-check";

export const windowOrder: TreeCheck = {
  code: "PKT2010",
  severity: "error",
  title: "a neighbouring row where rows have no order",
  why: "`prev`, `next`, `row_number`, `row_cumsum` and their kin mean something only when the rows are in an order; the engine refuses them elsewhere, Microsoft's parser does not.",
  source:
    "engine, recorded results read 2026-11-23; https://learn.microsoft.com/kusto/query/window-functions, read 2026-11-23",
  avoid: "datatable(x:long)[1, 2] | extend n = row_number()",
  prefer: "datatable(x:long)[1, 2] | serialize n = row_number()",
  nearMiss: "let Sorted = datatable(x:long)[1, 2] | sort by x asc; Sorted | extend n = row_number()",
  on: ["FunctionCallExpression"],
  *look(node) {
    const name = simpleName(child(node, "Name") ?? node);
    if (functionNamed(name)?.is !== "window") return;
    const operator = operatorAround(node);
    if (!operator || kindOf(operator) === "ScanOperator" || isOrderedBefore(operator)) return;
    yield {
      message: `\`${name}\` needs rows in an order`,
      help: "put `sort by` or `serialize` before it",
    };
  },
};

/** The operator of a pipe that an expression belongs to. */
export function operatorAround(node: KustoNode): KustoNode | undefined {
  let inner = node;
  for (let outer = parentOf(node); outer; outer = parentOf(outer)) {
    if (kindOf(outer) === "PipeExpression" && child(outer, "Operator") === inner) return inner;
    if (kindOf(outer) === "FunctionDeclaration") return undefined;
    inner = outer;
  }
  return undefined;
}

/** Whether the rows that come to an operator are in an order; false only where it is certain that they are not. */
export function isOrderedBefore(operator: KustoNode): boolean {
  if (kindOf(operator) === "SerializeOperator") return true;
  const pipe = parentOf(operator);
  const input = pipe && child(pipe, "Expression");
  return !input || isOrdered(input, 0);
}

/** Sources of rows that have none: tables as they are stored, and rows that are written down. */
const UNORDERED: ReadonlySet<string> = new Set(["DataTableExpression", "ExternalDataExpression"]);

/** Followed `let`s at most; a chain that is longer counts as ordered. */
const DEPTH_MAX = 50;

/** False only where it is certain. */
function isOrdered(node: KustoNode, depth: number): boolean {
  const kind = kindOf(node);
  if (depth > DEPTH_MAX) return true;
  if (kind === "PipeExpression") {
    const operator = child(node, "Operator");
    const input = child(node, "Expression");
    const order = operator && operatorFor(kindOf(operator))?.order;
    if (!operator || !input || order === "makes") return true;
    if (order === "loses") return false;
    // What a function makes of rows is told by its body, which works on the rows that come.
    const called = kindOf(operator) === "InvokeOperator" ? child(operator, "Function") : undefined;
    return isOrdered(input, depth) && (!called || isCallOrdered(called, depth));
  }
  if (UNORDERED.has(kind)) return false;
  const inner = kind === "NameReference" ? undefined : child(node, "Expression");
  if (inner) return isOrdered(inner, depth + 1);
  if (kind === "FunctionCallExpression") return isCallOrdered(node, depth);
  return kind !== "NameReference" || isNameOrdered(node, depth);
}

function isNameOrdered(node: KustoNode, depth: number): boolean {
  const target = referenced(node);
  if (target?.kind === "Table") return false;
  if (target?.kind === "Function") return isCallOrdered(node, depth);
  const declared = declarationOf(node, simpleName(node));
  return !declared || isOrdered(declared, depth + 1);
}

function isCallOrdered(node: KustoNode, depth: number): boolean {
  const body = calledBody(node)?.body;
  const last = body && child(body, "Expression");
  return !last || isOrdered(last, depth + 1);
}

/** The expression of the `let` that a name means, when it stands before it in the same list of statements. */
function declarationOf(node: KustoNode, name: string): KustoNode | undefined {
  for (let outer = parentOf(node); outer; outer = parentOf(outer)) {
    const found = items(outer, "Statements").findLast(
      (each) =>
        kindOf(each) === "LetStatement" &&
        each.TextStart < node.TextStart &&
        simpleName(child(each, "Name") ?? each) === name,
    );
    if (found && !(found.TextStart <= node.TextStart && node.TextStart < found.End)) return child(found, "Expression");
  }
  return undefined;
}
