/** `partition`: runs a subquery over the rows of each value of a column and puts the results together. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { Partition } from "../ir/step";
import { childOf, type KustoNode, kindOf } from "../kusto/node";
import { checkNames } from "../lower/projection";
import { boundIn, lowerScalar, lowerTabular, overRows, report, type Scope } from "../lower/scope";
import type { Row } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { groupIndex } from "./group";
import { parameterText } from "./join";

export const partition: OperatorDefinition = {
  name: "partition",
  syntax: ["PartitionOperator"],
  source: `${page("partition-operator")}, engine`,
  order: "loses",
  lower,
  examples: [
    {
      query: "datatable(k:string, v:long)['a', 1, 'b', 5, 'a', 3] | partition hint.strategy=native by k (top 1 by v)",
      rows: [
        ["a", 3],
        ["b", 5],
      ],
    },
    {
      query: "datatable(k:string, v:long)['a', 1, 'b', 5, 'a', 3] | partition by k (summarize sum(v))",
      rows: [[4], [5]],
    },
  ],
};

/** The strategy `legacy`, which is taken where none is named, has this limit. Source: the operator's page, section "legacy strategy", read 2026-11-25. */
const LEGACY_PARTITIONS_MAX = 64;

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const operand = childOf(node, "Operand");
  const shares = scope.parts.relations.length;
  if (kindOf(operand) !== "PartitionSubquery") {
    report(scope, node, "unsupported", "`partition` with a subquery that has its own source is not evaluated");
    return undefined;
  }
  const subquery = lowerTabular(childOf(operand, "Subquery"), overRows(scope, scope.columns, scope.isSerialized));
  // A relation is evaluated once in a run, but the rows that are handed in differ from partition to partition.
  if (scope.parts.relations.length > shares) {
    report(scope, node, "unsupported", "`partition` with names inside of its subquery is not evaluated");
    return undefined;
  }
  checkNames(subquery.columns, boundIn(node, scope), node, scope);
  const isLegacy = (parameterText(node, "hint.strategy") ?? "legacy") === "legacy";
  return {
    columns: subquery.columns,
    step: {
      kind: "partition",
      by: lowerScalar(childOf(node, "ByExpression"), scope),
      subquery,
      ...(isLegacy ? { most: LEGACY_PARTITIONS_MAX } : {}),
      at: scope.placeOf(node),
    },
  };
}

export const partitionStep = stepDefinition<Partition>({
  kind: "partition",
  compile: ({ by, subquery, most, at }, compiler) => {
    const key = compiler.scalar(by);
    const produce = compiler.tabular(subquery);
    return (rows, run) => {
      const index = groupIndex([by.type]);
      const partitions: Row[][] = [];
      for (const row of rows) {
        const value = key(row, run);
        if (value === null) throw new QueryEnd("unsupported", "`partition` by null is not evaluated", at);
        const number = index([value]);
        const known = partitions[number];
        if (known) known.push(row);
        else partitions.push([row]);
      }
      if (most !== undefined && partitions.length > most) {
        throw new QueryEnd("invalid", `\`partition\` with the strategy \`legacy\` takes ${most} values at most`, at);
      }
      const { input } = run;
      const made: Row[] = [];
      for (const part of partitions) {
        run.input = part;
        for (const row of produce(run)) made.push(row);
        run.budget.keep(made.length, 0);
      }
      run.input = input;
      return made;
    };
  },
});
