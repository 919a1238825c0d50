/** Integers that do not fit into 64 bits. */

import { child, childOf, type KustoNode, kindOf, tokenText } from "../../kusto/node";
import { LONG_MAX } from "../../values/integer";
import type { TreeCheck } from "../tree-check";

export const integerRange: TreeCheck = {
  code: "PKT2016",
  severity: "error",
  title: "an integer that is too large",
  why: "An integer has 64 bits: 9223372036854775807 is the largest. The sign is an operator of its own, so that the smallest long can't be written as a literal either, except inside of `dynamic()`.",
  source: "engine, recorded results read 2026-11-23; https://learn.microsoft.com/kusto/query/scalar-data-types/long",
  avoid: "print a = 9223372036854775808",
  prefer: "print a = 9223372036854775807",
  nearMiss: "print a = dynamic(-9223372036854775808)",
  on: ["LongLiteralExpression"],
  *look(node) {
    const text = tokenText(node);
    if (!/^(0x[0-9a-f]+|\d+)$/i.test(text)) return;
    const limit = isNegatedInDynamic(node) ? LONG_MAX + 1n : LONG_MAX;
    if (BigInt(text) > limit)
      yield { message: `\`${text}\` does not fit into 64 bits`, help: "use `real()` or `decimal()`" };
  },
};

function isNegatedInDynamic(node: KustoNode): boolean {
  const parent = node.Parent as KustoNode | null;
  if (!parent || kindOf(parent) !== "UnaryMinusExpression" || childOf(parent, "Expression") !== node) return false;
  for (let outer = parent.Parent as KustoNode | null; outer; outer = outer.Parent as KustoNode | null) {
    if (kindOf(outer) === "DynamicExpression") return child(outer, "Expression") !== undefined;
  }
  return false;
}
