/** The text that an argument has whatever the rows are: a literal, or a `let` of one. */

import { type KustoNode, kindOf } from "../kusto/node";
import { isLiteral, readLiteral } from "../lower/literal";

export function constantText(node: KustoNode | undefined): string | undefined {
  if (!node) return undefined;
  if (isLiteral(node)) {
    const literal = readLiteral(node);
    return !("problem" in literal) && literal.type === "string" ? String(literal.value) : undefined;
  }
  // The library's own value of a text is exact; of numbers and times it is not.
  const isNamed = kindOf(node) === "NameReference" && node.IsConstant === true;
  return isNamed && typeof node.ConstantValue === "string" ? node.ConstantValue : undefined;
}

/** The number of a literal argument. */
export function constantNumber(node: KustoNode | undefined): number | undefined {
  if (!node || !isLiteral(node)) return undefined;
  const literal = readLiteral(node);
  if ("problem" in literal) return undefined;
  return typeof literal.value === "number" || typeof literal.value === "bigint" ? Number(literal.value) : undefined;
}
