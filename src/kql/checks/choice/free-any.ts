/** `take_any` of a value that differs within a group. */

import { child, type KustoNode, kindOf, parentOf, simpleName } from "../../kusto/node";
import type { TreeCheck } from "../tree-check";

export const freeAny: TreeCheck = {
  code: "PKT2041",
  severity: "warning",
  title: "a value that the engine is free to choose",
  why: "`take_any` (formerly `any`) gives the value of some row of the group. What an alert says or an entity is then differs from run to run.",
  source: "https://learn.microsoft.com/kusto/query/take-any-aggregation-function, read 2026-11-23",
  avoid: "SigninLogs | summarize take_any(IPAddress) by UserId",
  prefer: "SigninLogs | summarize arg_max(TimeGenerated, IPAddress) by UserId",
  nearMiss:
    "SigninLogs | summarize Count = count() by UserId, ResultType | evaluate pivot(ResultType, take_any(Count), UserId)",
  on: ["FunctionCallExpression"],
  *look(node) {
    const name = simpleName(child(node, "Name") ?? node);
    if (!["take_any", "any", "take_anyif", "anyif"].includes(name) || isCellOfPivot(node)) return;
    yield {
      message: `\`${name}\` gives the value of some row`,
      help: "`arg_max(TimeGenerated, ...)` gives the latest",
    };
  },
};

/** `pivot(Key, any(Value), ...)` lays names and values out as columns: what meets in one cell is one value. */
function isCellOfPivot(node: KustoNode): boolean {
  for (let around = parentOf(node); around !== undefined; around = parentOf(around)) {
    if (kindOf(around) === "FunctionCallExpression")
      return simpleName(child(around, "Name") ?? around).toLowerCase() === "pivot";
  }
  return false;
}
