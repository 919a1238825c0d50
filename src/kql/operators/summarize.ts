/** `summarize`: groups rows and computes aggregates; without `by` there is one group even for no rows. */

import { type CompiledAggregate, compileAggregate } from "../aggregates/compile";
import type { Run } from "../execute/run";
import { page } from "../functions/definition";
import type { Summarize } from "../ir/step";
import { boundColumns, child, items } from "../kusto/node";
import { lowerAggregates } from "../lower/aggregate";
import { checkNames, lowerInOrder } from "../lower/projection";
import type { Row, Rows, Value } from "../values/value";
import { assigner } from "./assign";
import { type OperatorDefinition, stepDefinition } from "./definition";
import { groupIndex } from "./group";

export const summarize: OperatorDefinition = {
  name: "summarize",
  syntax: ["SummarizeOperator"],
  source: page("summarize-operator"),
  order: "loses",
  lower: (node, scope) => {
    const bound = boundColumns(node) ?? [];
    const byClause = child(node, "ByClause");
    const byNodes = byClause ? items(byClause, "Expressions") : [];
    const by = lowerInOrder(byNodes, bound.slice(0, byNodes.length), scope);
    const made = lowerAggregates(items(node, "Aggregates"), bound.slice(by.columns.length), by.columns, scope);
    const columns = [...by.columns, ...made.columns];
    checkNames(columns, bound, node, scope);
    const outputs = made.outputs ? { outputs: made.outputs } : {};
    return {
      columns,
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

export const summarizeStep = stepDefinition<Summarize>({
  kind: "summarize",
  compile: ({ by, aggregates, outputs }, compiler) => {
    const keys = by.map((value) => compiler.scalar(value));
    const types = by.map(({ type }) => type);
    const compiled = aggregates.map((call) => compileAggregate(call, compiler));
    const assign = outputs && assigner(outputs, compiler);
    const width = outputs?.length ?? 0;
    return (rows, run) => {
      const groups = grouped(rows, run, (row) => keys.map((key) => key(row, run)), groupIndex(types), compiled);
      if (by.length === 0 && groups.keys.length === 0) addGroup(groups, [], compiled);
      const results = groups.keys.map((key, group) => {
        const result = [...key];
        compiled.forEach(({ finish }, index) => {
          finish(groups.states[index]?.[group], result);
        });
        return result;
      });
      if (!assign) return results;
      return results.map((row) => {
        const made: Value[] = new Array(width).fill(null);
        assign(made, row, run);
        return made;
      });
    };
  },
});

interface Groups {
  readonly keys: Row[];
  /** By aggregate, then by group. */
  readonly states: readonly unknown[][];
}

function addGroup(groups: Groups, key: Row, aggregates: readonly CompiledAggregate[]): void {
  groups.keys.push(key);
  aggregates.forEach(({ start }, index) => {
    groups.states[index]?.push(start());
  });
}

function grouped(
  rows: Rows,
  run: Run,
  keyOf: (row: Row) => Row,
  numberOf: (key: Row) => number,
  aggregates: readonly CompiledAggregate[],
): Groups {
  const groups: Groups = { keys: [], states: aggregates.map(() => []) };
  run.budget.spend(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const group = numberOf(key);
    if (group === groups.keys.length) addGroup(groups, key, aggregates);
    for (let index = 0; index < aggregates.length; index++) {
      const states = groups.states[index] as unknown[];
      states[group] = (aggregates[index] as CompiledAggregate).add(states[group], row, run);
    }
  }
  return groups;
}
