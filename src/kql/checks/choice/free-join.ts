/** A join that is `innerunique` because it says no kind, and whose left side has more than one row of a key. */

import { boundColumns, child, items, type KustoNode, kindOf, simpleName, tokenText } from "../../kusto/node";
import { placeInPipe } from "../pipe";
import type { TreeCheck } from "../tree-check";

export const freeJoin: TreeCheck = {
  code: "PKT2042",
  severity: "warning",
  title: "a join that drops rows of its left side",
  why: "A join without a kind is `innerunique`: of the left rows with one key some single row is kept, and nothing says which. Its other columns then differ from run to run.",
  source: "https://learn.microsoft.com/kusto/query/join-innerunique, read 2026-11-23",
  avoid:
    "SigninLogs | where ResultType == '0' | join (AuditLogs | where Result == 'failure') on CorrelationId | project IPAddress, OperationName1",
  prefer:
    "SigninLogs | where ResultType == '0' | join kind=inner (AuditLogs | where Result == 'failure') on CorrelationId | project IPAddress, OperationName1",
  nearMiss: "SigninLogs | summarize Count = count() by CorrelationId | join (AuditLogs) on CorrelationId",
  on: ["JoinOperator"],
  *look(node) {
    const { input } = placeInPipe(node);
    // Who writes `kind=innerunique` has chosen it.
    const saysKind = items(node, "Parameters").some((each) => /^kind=/i.test(tokenText(each)));
    if (!input || saysKind) return;
    const keys = keysOf(node);
    if (keys.size === 0 || isUnique(input, keys)) return;
    yield {
      message: "a join without a kind keeps some single left row of each key",
      help: "say `kind=inner` where all rows are meant, `kind=innerunique` where one is enough",
      at: child(node, "JoinKeyword") ?? node,
    };
  },
};

/** Names of the left side's keys. */
function keysOf(join: KustoNode): ReadonlySet<string> {
  const clause = child(join, "ConditionClause");
  const expressions = clause ? items(clause, "Expressions") : [];
  return new Set(expressions.flatMap((each) => leftKey(each) ?? []));
}

function leftKey(node: KustoNode): string | undefined {
  if (kindOf(node) === "NameReference") return simpleName(node);
  const sides = [child(node, "Left"), child(node, "Right")];
  const left = sides.find((side) => side && /^\$left\./.test(tokenText(side)));
  return left && tokenText(left).replace(/^\$left\./, "");
}

/** True where no key can come twice, or where the left row has nothing but its keys. */
function isUnique(input: KustoNode, keys: ReadonlySet<string>): boolean {
  if ((boundColumns(input) ?? []).every(({ name }) => keys.has(name))) return true;
  const operator = kindOf(input) === "PipeExpression" ? child(input, "Operator") : input;
  if (!operator) return true;
  switch (kindOf(operator)) {
    case "SummarizeOperator": {
      const by = child(operator, "ByClause");
      const names = by ? items(by, "Expressions").map(nameOf) : [];
      return names.every((name) => name !== undefined && keys.has(name));
    }
    case "FilterOperator":
    case "SortOperator":
    case "ExtendOperator": {
      const before = kindOf(input) === "PipeExpression" ? child(input, "Expression") : undefined;
      return before !== undefined && before !== input && isUnique(before, keys);
    }
    case "ParenthesizedExpression": {
      const inner = child(operator, "Expression");
      return inner !== undefined && isUnique(inner, keys);
    }
    case "DataTableExpression":
    case "PrintOperator":
    case "RangeOperator":
      return true;
    default:
      return false;
  }
}

function nameOf(node: KustoNode): string | undefined {
  if (kindOf(node) === "SimpleNamedExpression") return simpleName(child(node, "Name") ?? node);
  return kindOf(node) === "NameReference" ? simpleName(node) : undefined;
}
