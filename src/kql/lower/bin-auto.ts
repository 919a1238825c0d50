/** `bin_auto`: bins whose size and place options of the query say. */

import type { Scalar } from "../ir/scalar";
import { childOf, items, type KustoNode, kindOf, simpleName } from "../kusto/node";
import { callTo } from "./call";
import { lowerScalar, refusedScalar, type Scope } from "./scope";

/** Source: https://learn.microsoft.com/kusto/query/bin-auto-function, read 2026-11-26. */
export function lowerBinAuto(node: KustoNode, args: readonly KustoNode[], scope: Scope): Scalar {
  const [size, fixed] = ["query_bin_auto_size", "query_bin_auto_at"].map((name) => optionNamed(name, node));
  if (!size) {
    return refusedScalar(scope, node, "unsupported", "`bin_auto` is evaluated behind `set query_bin_auto_size` only");
  }
  const outside: Scope = { ...scope, columns: [] };
  const values = args.map((arg) => lowerScalar(arg, scope));
  // Without a fixed point bins count from 0, as those of `bin` do.
  return fixed
    ? callTo("bin_at", node, [...values, lowerScalar(size, outside), lowerScalar(fixed, outside)], scope)
    : callTo("bin", node, [...values, lowerScalar(size, outside)], scope);
}

/** What the last `set` of this name before the query says; a function of the workspace does not see it. */
function optionNamed(name: string, node: KustoNode): KustoNode | undefined {
  const set = items(node.Root as KustoNode, "Statements").findLast(
    (each) => kindOf(each) === "SetOptionStatement" && simpleName(childOf(each, "Name")) === name,
  );
  return set && childOf(childOf(set, "ValueClause"), "Expression");
}
