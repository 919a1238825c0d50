/** `where`: keeps the rows for which the condition is true; null is not true. */

import { page } from "../functions/definition";
import type { Where } from "../ir/step";
import { childOf } from "../kusto/node";
import { convertTo } from "../lower/call";
import { lowerScalar } from "../lower/scope";
import type { Row } from "../values/value";
import { type OperatorDefinition, stepDefinition } from "./definition";
import { filteredBeforeChoice } from "./push-filter";

export const where: OperatorDefinition = {
  name: "where",
  syntax: ["FilterOperator"],
  source: page("where-operator"),
  order: "keeps",
  examples: [{ query: "range x from 1 to 4 step 1 | where x % 2 == 0", rows: [[2], [4]] }],
  lower: (node, scope, input) => {
    const condition = convertTo(lowerScalar(childOf(node, "Condition"), scope), "bool");
    const step = { kind: "where", condition } as const;
    const before = filteredBeforeChoice(input, condition, scope.parts.relations);
    if (!before) return { columns: scope.columns, step };
    const { columns, steps } = before;
    return { columns, instead: { ...before, steps: [...steps, { step, at: scope.placeOf(node), columns }] } };
  },
};

export const whereStep = stepDefinition<Where>({
  kind: "where",
  isRowByRow: true,
  compile: ({ condition }, compiler) => {
    const evaluate = compiler.scalar(condition);
    return (rows, run) => {
      const kept: Row[] = [];
      const { window } = run;
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index] as Row;
        window.index = index;
        if (evaluate(row, run) === true) kept.push(row);
      }
      return kept;
    };
  },
});
