/** `extend` and `serialize`: new columns behind the others, or in the place of one of their name. */

import { page } from "../functions/definition";
import type { Extend } from "../ir/step";
import { items, type KustoNode } from "../kusto/node";
import { lowerExtension } from "../lower/projection";
import { boundIn, type Scope } from "../lower/scope";
import { assigner } from "./assign";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { widened } from "./widened";

function lower(node: KustoNode, scope: Scope): LoweredOperator {
  const { columns, assignments } = lowerExtension(items(node, "Expressions"), boundIn(node, scope), scope);
  if (assignments.length === 0) return { columns };
  return { columns, step: { kind: "extend", width: columns.length, assignments } };
}

export const extend: OperatorDefinition = {
  name: "extend",
  syntax: ["ExtendOperator"],
  source: page("extend-operator"),
  order: "keeps",
  lower,
  examples: [
    { query: "print a = 1 | extend b = a + 1", rows: [[1, 2]] },
    { query: "print a = 1, b = 2 | extend a = b", rows: [[2, 2]] },
  ],
};

export const serialize: OperatorDefinition = {
  name: "serialize",
  syntax: ["SerializeOperator"],
  source: page("serialize-operator"),
  order: "makes",
  lower,
  examples: [
    {
      query: "datatable(x:string)['b', 'a'] | serialize n = row_number()",
      rows: [
        ["b", 1],
        ["a", 2],
      ],
    },
  ],
};

export const extendStep = stepDefinition<Extend>({
  kind: "extend",
  isRowByRow: true,
  compile: ({ assignments, width }, compiler) => {
    const assign = assigner(assignments, compiler);
    return (rows, run) => {
      const { window } = run;
      return rows.map((row, index) => {
        window.index = index;
        // All expressions see the row as it came in: `extend a = b, b = a` swaps.
        const extended = widened(row, width);
        assign(extended, row, run);
        return extended;
      });
    };
  },
});
