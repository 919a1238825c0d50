/** Arithmetic on types that the engine has no arithmetic for. */

import { boundType, childOf, kindOf } from "../../kusto/node";
import type { TreeCheck } from "../tree-check";

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["AddExpression", "+"],
  ["SubtractExpression", "-"],
  ["MultiplyExpression", "*"],
  ["DivideExpression", "/"],
  ["ModuloExpression", "%"],
]);

/** Pairs that Microsoft's parser lets through though no operator of the page takes them. */
const REFUSED: ReadonlySet<string> = new Set([
  "datetime + datetime",
  "timespan - datetime",
  "timespan * timespan",
  ...["*", "/", "%"].flatMap((operator) =>
    ["datetime", "timespan", "long", "int", "real", "decimal"].flatMap((type) => [
      `datetime ${operator} ${type}`,
      `${type} ${operator} datetime`,
    ]),
  ),
]);

/** Microsoft's parser has a signature for it of its own, with a real as its result, and an official rule uses it; no page tells its value, so it is not evaluated. */
const LET_THROUGH = "datetime / timespan";

export const arithmeticTypes: TreeCheck = {
  code: "PKT2012",
  severity: "error",
  title: "arithmetic on types that have none",
  why: "Two dynamic values have no type to compute with, and two points in time can't be added; the engine refuses both, Microsoft's parser does not.",
  source:
    "engine, recorded results read 2026-11-23; https://learn.microsoft.com/kusto/query/datetime-timespan-arithmetic, read 2026-11-23",
  avoid: "print d = dynamic({'a': 2, 'b': 3}) | extend n = d.a * d.b",
  prefer: "print d = dynamic({'a': 2, 'b': 3}) | extend n = tolong(d.a) * tolong(d.b)",
  nearMiss: "print d = dynamic({'a': 2}) | extend n = d.a * 3",
  on: [...OPERATORS.keys()],
  *look(node) {
    const operator = OPERATORS.get(kindOf(node)) ?? "";
    const [left, right] = [boundType(childOf(node, "Left")), boundType(childOf(node, "Right"))];
    if (left === "dynamic" && right === "dynamic") {
      yield {
        message: `\`${operator}\` of two dynamic values has no type`,
        help: "convert them, as in `tolong(d.x)`",
      };
    } else if (isRefused(`${left} ${operator} ${right}`)) {
      yield { message: `\`${operator}\` is not defined for ${left} and ${right}` };
    }
  },
};

function isRefused(pair: string): boolean {
  return REFUSED.has(pair) && pair !== LET_THROUGH;
}
