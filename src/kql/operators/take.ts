/** `take`, `sample` and `sample-distinct`: some rows. The engine may give any; here they are the first. */

import { page } from "../functions/definition";
import type { Take } from "../ir/step";
import { childOf } from "../kusto/node";
import { lowerInOrder } from "../lower/projection";
import { boundIn, lowerScalar } from "../lower/scope";
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

export const sample: OperatorDefinition = {
  name: "sample",
  syntax: ["SampleOperator"],
  source: page("sample-operator"),
  order: "keeps",
  lower: take.lower,
  examples: [{ query: "range x from 1 to 5 step 1 | sample 9 | count", rows: [[5]] }],
};

export const sampleDistinct: OperatorDefinition = {
  name: "sample-distinct",
  syntax: ["SampleDistinctOperator"],
  source: page("sample-distinct-operator"),
  order: "loses",
  lower: (node, scope) => {
    const { columns, assignments } = lowerInOrder([childOf(node, "OfExpression")], boundIn(node, scope), scope);
    const first = lowerScalar(childOf(node, "Expression"), { ...scope, columns: [] });
    return { columns, step: { kind: "distinct", values: assignments.map(({ value }) => value), first } };
  },
  examples: [{ query: "datatable(x:long)[1, 1, 2, 3] | sample-distinct 2 of x | count", rows: [[2]] }],
};

export const takeStep = stepDefinition<Take>({
  kind: "take",
  compile: ({ count }, compiler) => {
    const evaluate = compiler.scalar(count);
    return (rows, run) => rows.slice(0, Math.max(0, Number(evaluate([], run) ?? 0)));
  },
});
