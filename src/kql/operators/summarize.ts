/** `summarize`: groups rows and computes aggregates; without `by` there is one group even for no rows. */

import type { Evaluate } from "../execute/run";
import { page } from "../functions/definition";
import type { Summarize } from "../ir/step";
import { argumentsOf, child, childOf, items, type KustoNode, kindOf, simpleName } from "../kusto/node";
import { lowerAggregates } from "../lower/aggregate";
import { checkNames, lowerInOrder } from "../lower/projection";
import { boundIn } from "../lower/scope";
import type { Column } from "../values/type-name";
import { type OperatorDefinition, stepDefinition } from "./definition";
import { compileFold } from "./fold";

export const summarize: OperatorDefinition = {
  name: "summarize",
  syntax: ["SummarizeOperator"],
  source: page("summarize-operator"),
  order: "loses",
  lower: (node, scope) => {
    const bound = boundIn(node, scope);
    const byClause = child(node, "ByClause");
    const byNodes = byClause ? items(byClause, "Expressions") : [];
    const by = lowerInOrder(byNodes, bound.slice(0, byNodes.length), scope);
    const made = lowerAggregates(items(node, "Aggregates"), bound.slice(by.columns.length), by.columns, scope);
    const columns = [...by.columns, ...made.columns];
    checkNames(columns, bound, node, scope);
    const names = engineNames(items(node, "Aggregates"), made.columns);
    const outputs = made.outputs ? { outputs: made.outputs } : {};
    return {
      columns: [...by.columns, ...names],
      step: { kind: "summarize", by: by.assignments.map(({ value }) => value), aggregates: made.calls, ...outputs },
    };
  },
  examples: [
    {
      query: "datatable(k:string, v:long)['a', 1, 'b', 2, 'a', 3] | summarize sum(v) by k",
      rows: [
        ["a", 4],
        ["b", 2],
      ],
    },
    { query: "datatable(v:long)[] | summarize count(), sum(v)", rows: [[0, 0]] },
    { query: "datatable(k:long)[] | summarize count() by k", rows: [] },
    { query: "datatable(v:long)[1, 5] | summarize span = max(v) - min(v)", rows: [[4]] },
  ],
};

/** The engine names an aggregate of two columns after both, Microsoft's binder after the first: recorded for the covariances. */
function engineNames(nodes: readonly KustoNode[], columns: readonly Column[]): readonly Column[] {
  if (nodes.length !== columns.length) return columns;
  return columns.map((column, index): Column => {
    const node = nodes[index] as KustoNode;
    const name = kindOf(node) === "FunctionCallExpression" ? simpleName(childOf(node, "Name")) : "";
    const [left, right] = name.startsWith("covariance") ? argumentsOf(node) : [];
    const areColumns = left && right && [left, right].every((each) => kindOf(each) === "NameReference");
    return areColumns ? { ...column, name: `${name}_${simpleName(left)}_${simpleName(right)}` } : column;
  });
}

export const summarizeStep = stepDefinition<Summarize>({
  kind: "summarize",
  fold: ({ by, aggregates, outputs }, compiler) => {
    const keys = by.map((value) => compiler.scalar(value));
    const fold = compileFold({ keyTypes: by.map(({ type }) => type), aggregates, outputs }, compiler);
    return (run) =>
      fold((row, key) => {
        for (let index = 0; index < keys.length; index++) key[index] = (keys[index] as Evaluate)(row, run);
        return true;
      }, run);
  },
});
