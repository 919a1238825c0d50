/** `take` and `limit`: the first rows; the engine may give any. */

import { page } from "../functions/definition";
import type { Take } from "../ir/step";
import { childOf } from "../kusto/node";
import { lowerScalar } from "../lower/scope";
import { type OperatorDefinition, stepDefinition } from "./definition";

export const take: OperatorDefinition = {
  name: "take",
  syntax: ["TakeOperator"],
  source: page("take-operator"),
  order: "keeps",
  lower: (node, scope) => ({
    columns: scope.columns,
    step: { kind: "take", count: lowerScalar(childOf(node, "Expression"), { ...scope, columns: [] }) },
  }),
  examples: [{ query: "range x from 1 to 5 step 1 | take 2", rows: [[1], [2]] }],
};

export const takeStep = stepDefinition<Take>({
  kind: "take",
  compile: ({ count }, compiler) => {
    const evaluate = compiler.scalar(count);
    return (rows, run) => rows.slice(0, Math.max(0, Number(evaluate([], run) ?? 0)));
  },
});
