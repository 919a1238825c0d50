/** `partition`: runs a subquery over the rows of each value of a column and puts the results together. */

import { QueryEnd } from "../execute/query-end";
import type { Run } from "../execute/run";
import { page } from "../functions/definition";
import type { Scalar } from "../ir/scalar";
import type { Partition } from "../ir/step";
import type { Tabular } from "../ir/tabular";
import { childOf, type KustoNode, kindOf, simpleName } from "../kusto/node";
import { checkNames } from "../lower/projection";
import { boundIn, lowerScalar, lowerTabular, overRows, report, type Scope, withName } from "../lower/scope";
import type { Row, Value } from "../values/value";
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
    {
      query:
        "let T = range y from 1 to 3 step 1; range x from 2 to 3 step 1 | partition by x { T | where y >= toscalar(x) }",
      rows: [[2], [3], [3]],
    },
    {
      query:
        "datatable(k:string, v:long)['a', 1, 'b', 5, 'a', 3] | partition by k (as P | extend share = 100.0 * v / toscalar(P | summarize sum(v)))",
      rows: [
        ["a", 1, 25],
        ["a", 3, 75],
        ["b", 5, 100],
      ],
    },
  ],
};

/** The strategy `legacy`, which is taken where none is named, has this limit. Source: the operator's page, section "legacy strategy", read 2026-11-25. */
const LEGACY_PARTITIONS_MAX = 64;

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const shares = scope.parts.relations.length;
  const { subquery, local } = lowerSubquery(node, scope);
  const isLegacy = (parameterText(node, "hint.strategy") ?? "legacy") === "legacy";
  const hasNames = scope.parts.relations.length > shares;
  if (hasNames && !isLegacy) {
    report(
      scope,
      node,
      "unsupported",
      "`partition` with names inside of its subquery is evaluated by the strategy `legacy` only",
    );
    return undefined;
  }
  checkNames(subquery.columns, boundIn(node, scope), node, scope);
  const isAnew = hasNames || (local !== undefined && isReadOnce(subquery, local, false));
  return {
    columns: subquery.columns,
    step: {
      kind: "partition",
      by: lowerScalar(childOf(node, "ByExpression"), scope),
      subquery,
      ...(local === undefined ? {} : { local }),
      ...(isLegacy ? { most: LEGACY_PARTITIONS_MAX } : {}),
      ...(isAnew ? { isAnew } : {}),
      at: scope.placeOf(node),
    },
  };
}

/** With round brackets the subquery works on the rows of the partition; with braces it has its own source, and may name the value. */
function lowerSubquery(node: KustoNode, scope: Scope): { readonly subquery: Tabular; readonly local?: number } {
  const operand = childOf(node, "Operand");
  if (kindOf(operand) === "PartitionSubquery") {
    const inside = overRows(scope, scope.columns);
    return { subquery: lowerTabular(childOf(operand, "Subquery"), inside) };
  }
  const by = childOf(node, "ByExpression");
  const local = scope.parts.frameSize++;
  const value: Scalar = { kind: "local", type: lowerScalar(by, scope).type, index: local };
  const names = withName(scope.names, simpleName(by), { kind: "scalar", scalar: value });
  return { subquery: lowerTabular(childOf(operand, "Query"), { ...scope, columns: [], names }), local };
}

/** True where the local is read inside of what is evaluated once, or may be: a called function has it under another name. */
function isReadOnce(part: unknown, local: number, isOnce: boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind, index } = part as { readonly kind?: string; readonly index?: number };
  if (kind === "local") return isOnce && index === local;
  if (kind === "bind") return true;
  const isInside = isOnce || kind === "toscalar" || kind === "firstColumn";
  return Object.values(part).some((each) => isReadOnce(each, local, isInside));
}

/** What was evaluated once for a partition is another value for the next. */
function forget({ once }: Run, known: ReadonlySet<object>): void {
  for (const key of [...once.keys()]) if (!known.has(key)) once.delete(key);
}

export const partitionStep = stepDefinition<Partition>({
  kind: "partition",
  compile: ({ by, subquery, local, most, isAnew, at }, compiler) => {
    const key = compiler.scalar(by);
    const produce = compiler.tabular(subquery);
    return (rows, run) => {
      const index = groupIndex([by.type]);
      const partitions: Row[][] = [];
      const values: Value[] = [];
      for (const row of rows) {
        const value = key(row, run);
        if (value === null) throw new QueryEnd("unsupported", "`partition` by null is not evaluated", at);
        const number = index([value]);
        const known = partitions[number];
        if (known) known.push(row);
        else {
          partitions.push([row]);
          values.push(value);
        }
      }
      if (most !== undefined && partitions.length > most) {
        throw new QueryEnd("invalid", `\`partition\` with the strategy \`legacy\` takes ${most} values at most`, at);
      }
      const { input } = run;
      const made: Row[] = [];
      for (const [number, part] of partitions.entries()) {
        run.input = part;
        if (local !== undefined) run.frame[local] = values[number] as Value;
        const known = isAnew ? new Set(run.once.keys()) : undefined;
        for (const row of produce(run)) made.push(row);
        if (known) forget(run, known);
        run.budget.keep(made.length, 0);
      }
      run.input = input;
      return made;
    };
  },
});
