/** `distinct`: each combination of values once, in the order of first appearance. */

import { page } from "../functions/definition";
import type { Distinct } from "../ir/step";
import { items } from "../kusto/node";
import { lowerInOrder } from "../lower/projection";
import { boundIn } from "../lower/scope";
import type { Row } from "../values/value";
import { type OperatorDefinition, stepDefinition } from "./definition";
import { groupIndex } from "./group";

export const distinct: OperatorDefinition = {
  name: "distinct",
  syntax: ["DistinctOperator"],
  source: page("distinct-operator"),
  order: "loses",
  lower: (node, scope) => {
    const { columns, assignments } = lowerInOrder(items(node, "Expressions"), boundIn(node, scope), scope);
    return { columns, step: { kind: "distinct", values: assignments.map(({ value }) => value) } };
  },
  examples: [
    {
      query: "datatable(x:long, y:long)[1, 1, 1, 2, 1, 1] | distinct x, y",
      rows: [
        [1, 1],
        [1, 2],
      ],
    },
  ],
};

export const distinctStep = stepDefinition<Distinct>({
  kind: "distinct",
  fold: ({ values, first }, compiler) => {
    const count = first && compiler.scalar(first);
    const evaluates = values.map((value) => compiler.scalar(value));
    const types = values.map(({ type }) => type);
    return (run) => {
      const index = groupIndex(types);
      const kept: Row[] = [];
      return {
        add: (rows) => {
          for (const row of rows) {
            const made = evaluates.map((evaluate) => evaluate(row, run));
            if (index(made) === kept.length) kept.push(made);
          }
        },
        finish: () => (count ? kept.slice(0, Math.max(0, Number(count([], run) ?? 0))) : kept),
      };
    };
  },
});
