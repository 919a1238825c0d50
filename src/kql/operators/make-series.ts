/** `make-series`: for each group arrays of aggregates over the bins of an axis, gaps filled. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { At, Scalar } from "../ir/scalar";
import type { MakeSeries } from "../ir/step";
import { child, childOf, items, type KustoNode } from "../kusto/node";
import { lowerAggregates } from "../lower/aggregate";
import { convertTo } from "../lower/call";
import { literalOf } from "../lower/literal";
import { checkNames, lowerInOrder } from "../lower/projection";
import { boundIn, lowerScalar, report, type Scope } from "../lower/scope";
import { converter } from "../values/convert";
import { type Column, isNumeric, type TypeName } from "../values/type-name";
import type { Dynamic, Row, Rows, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { compileFold, foldAll, type ReadKey } from "./fold";
import { groupIndex } from "./group";
import { parameterText } from "./join";
import { type Bins, compileBins } from "./series-bins";

/** Most elements of a series. Source: https://learn.microsoft.com/kusto/query/make-series-operator, read 2026-11-25. */
const SERIES_LENGTH_MAX = 1_048_576;

export const makeSeries: OperatorDefinition = {
  name: "make-series",
  syntax: ["MakeSeriesOperator"],
  source: `${page("make-series-operator")}, engine`,
  order: "loses",
  lower,
  examples: [
    {
      query: "datatable(t:long, v:long)[1, 10, 1, 5, 3, 30] | make-series s = sum(v) on t from 0 to 5 step 1",
      rows: [
        [
          [0, 15, 0, 30, 0],
          [0, 1, 2, 3, 4],
        ],
      ],
    },
    {
      query:
        "datatable(t:long, k:string)[2, 'a', 7, 'a', 4, 'b'] | make-series n = count() default = -1 on t step 2 by k",
      rows: [
        ["a", [1, -1, 1], [2, 4, 6]],
        ["b", [1], [4]],
      ],
    },
    { query: "datatable(t:long)[] | make-series n = count() on t from 0 to 2 step 1", rows: [] },
    {
      query: "datatable(t:long)[] | make-series kind=nonempty n = count() on t from 0 to 2 step 1",
      rows: [
        [
          [0, 0],
          [0, 1],
        ],
      ],
    },
  ],
};

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const bound = boundIn(node, scope);
  const byClause = child(node, "ByClause");
  const byNodes = byClause ? items(byClause, "Expressions") : [];
  const by = lowerInOrder(byNodes, bound.slice(0, byNodes.length), scope);
  const axis = lowerAxis(node, scope);
  if (!axis) return undefined;
  const nodes = items(node, "Aggregates");
  const keys: readonly Column[] = [...by.columns, { name: "", type: "long" }];
  const made = lowerAggregates(
    nodes.map((each) => childOf(each, "Expression")),
    bound.slice(by.columns.length, -1),
    keys,
    scope,
  );
  const series = made.columns.map(({ type }, index) => ({ type, gap: lowerGap(nodes[index], type, scope) }));
  if (series.some(({ type }) => !isNumeric(type))) {
    report(scope, node, "unsupported", "`make-series` of values that are no numbers is not evaluated");
    return undefined;
  }
  const columns: readonly Column[] = [
    ...by.columns,
    ...made.columns.map(({ name }): Column => ({ name, type: "dynamic" })),
    { name: bound.at(-1)?.name ?? "", type: "dynamic" },
  ];
  checkNames(columns, bound, node, scope);
  const outputs = made.outputs ? { outputs: made.outputs } : {};
  return {
    columns,
    step: {
      kind: "make-series",
      by: by.assignments.map(({ value }) => value),
      ...axis,
      isNonEmpty: parameterText(node, "kind") === "nonempty",
      aggregates: made.calls,
      ...outputs,
      series,
      at: scope.placeOf(node),
    },
  };
}

/** Zero where the text names no default. */
function lowerGap(node: KustoNode | undefined, type: TypeName, scope: Scope): Scalar {
  const clause = node && child(node, "DefaultExpression");
  const value = clause ? lowerScalar(childOf(clause, "Expression"), { ...scope, columns: [] }) : literalOf("long", 0);
  return convertTo(value, type);
}

type Axis = Pick<MakeSeries, "axis" | "from" | "to" | "step" | "isEndIncluded">;

function lowerAxis(node: KustoNode, scope: Scope): Axis | undefined {
  const outside: Scope = { ...scope, columns: [] };
  const clause = childOf(node, "RangeClause");
  const written = child(clause, "Arguments");
  const parts = written ? items(written, "Expressions") : ["From", "To", "Step"].map((part) => boundOf(clause, part));
  const [from, to, step] = parts.map((part) => part && lowerScalar(part, outside));
  const axis = lowerScalar(childOf(childOf(node, "OnClause"), "Expression"), scope);
  const type = axisType(axis, [from, to, step]);
  if (!type || !step) {
    report(scope, node, "unsupported", `\`make-series\` on an axis of type ${axis.type} is not evaluated`);
    return undefined;
  }
  return {
    axis: convertTo(axis, type),
    ...(from ? { from: convertTo(from, type) } : {}),
    ...(to ? { to: convertTo(to, type) } : {}),
    step: convertTo(step, type === "datetime" ? "timespan" : type),
    isEndIncluded: written !== undefined,
  };
}

function boundOf(clause: KustoNode, part: string): KustoNode | undefined {
  const inner = child(clause, `MakeSeries${part}Clause`);
  return inner && childOf(inner, "Expression");
}

/** A real bound makes bins of an integer axis real. */
function axisType({ type }: Scalar, bounds: readonly (Scalar | undefined)[]): TypeName | undefined {
  if (type === "datetime" || type === "timespan") return type;
  if (type !== "int" && type !== "long" && type !== "real") return undefined;
  return type === "real" || bounds.some((bound) => bound?.type === "real") ? "real" : "long";
}

export const makeSeriesStep = stepDefinition<MakeSeries>({
  kind: "make-series",
  compile: (step, compiler) => {
    const { by, aggregates, outputs, series } = step;
    const keys = by.map((value) => compiler.scalar(value));
    const keyTypes = by.map(({ type }) => type);
    const axis = compiler.scalar(step.axis);
    const fold = compileFold({ keyTypes: [...keyTypes, "long"], aggregates, outputs }, compiler);
    const binsOf = compileBins(step, compiler);
    const gaps = series.map(({ gap }) => compiler.scalar(gap));
    const wraps = series.map(({ type }) => converter(type, "dynamic"));
    return (rows, run) => {
      const bins = binsOf(run);
      const readKey: ReadKey = (row, key) => {
        const bin = bins.numberOf(axis(row, run));
        if (bin === undefined) return false;
        keys.forEach((evaluate, index) => {
          key[index] = evaluate(row, run);
        });
        key[keys.length] = bin;
        return true;
      };
      const groups = bySeries(foldAll(fold, rows, readKey, run), keyTypes);
      if (rows.length === 0 && step.isNonEmpty && by.length === 0) groups.push({ key: [], bins: new Map() });
      const fill = gaps.map((gap, index) => wraps[index]?.(gap([], run)) as Dynamic);
      return groups.map(({ key, bins: filled }): Row => {
        const numbers = binNumbers(filled, bins, step.at);
        run.budget.spend(numbers.length * wraps.length);
        const arrays = wraps.map((wrap, index): readonly Dynamic[] =>
          numbers.map((bin) => {
            const made = filled.get(bin);
            return made ? (wrap(made[by.length + 1 + index] as Value) as Dynamic) : (fill[index] as Dynamic);
          }),
        );
        return [...key, ...arrays, numbers.map(bins.valueOf)];
      });
    };
  },
});

interface Series {
  readonly key: Row;
  /** Rows of the group by the number of their bin. */
  readonly bins: Map<number, Row>;
}

function bySeries(rows: Rows, keyTypes: readonly TypeName[]): Series[] {
  const index = groupIndex(keyTypes);
  const groups: Series[] = [];
  for (const row of rows) {
    const key = row.slice(0, keyTypes.length);
    const group = index(key);
    if (group === groups.length) groups.push({ key, bins: new Map() });
    groups[group]?.bins.set(row[keyTypes.length] as number, row);
  }
  return groups;
}

/** Numbers of a series' bins; where a bound is not given, the series' own first or last bin with rows decides. */
function binNumbers(filled: ReadonlyMap<number, Row>, { first, last }: Bins, at: At): readonly number[] {
  const own = [...filled.keys()].sort((left, right) => left - right);
  const from = first ?? own[0] ?? 0;
  const to = last ?? own.at(-1) ?? -1;
  if (to - from >= SERIES_LENGTH_MAX) {
    throw new QueryEnd("limit", `a series of \`make-series\` has more than ${SERIES_LENGTH_MAX} bins`, at);
  }
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
