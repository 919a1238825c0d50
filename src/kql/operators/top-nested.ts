/** `top-nested`: the best groups, within each of them the best of the next level, and so on. */

import type { Compiler } from "../execute/compiler";
import { QueryEnd } from "../execute/query-end";
import type { Run } from "../execute/run";
import { page } from "../functions/definition";
import { conversionCost } from "../functions/resolve";
import type { At } from "../ir/scalar";
import type { TopNested, TopNestedLevel } from "../ir/step";
import { type BoundColumn, child, childOf, items, type KustoNode, kindOf, tokenText } from "../kusto/node";
import { lowerAggregates } from "../lower/aggregate";
import { convertTo } from "../lower/call";
import { checkNames, lowerInOrder } from "../lower/projection";
import { boundIn, lowerScalar, report, type Scope } from "../lower/scope";
import type { Column } from "../values/type-name";
import type { Row, Rows, Value } from "../values/value";
import { type LoweredOperator, type OperatorDefinition, stepDefinition } from "./definition";
import { compileFold, foldAll } from "./fold";
import { groupIndex } from "./group";
import { valueComparer } from "./sort";

export const topNested: OperatorDefinition = {
  name: "top-nested",
  syntax: ["TopNestedOperator"],
  source: `${page("top-nested-operator")}, engine`,
  order: "loses",
  lower,
  examples: [
    {
      query:
        "datatable(a:string, b:string, v:long)['x', 'p', 1, 'x', 'q', 5, 'y', 'p', 9, 'z', 'p', 2] | top-nested 2 of a by sum(v), top-nested 1 of b by max(v)",
      rows: [
        ["y", 9, "p", 9],
        ["x", 6, "q", 5],
      ],
    },
    {
      query: "datatable(a:string, v:long)['x', 1, 'y', 9, 'z', 2] | top-nested 1 of a with others = 'rest' by sum(v)",
      rows: [
        ["y", 9],
        ["rest", 3],
      ],
    },
    { query: "datatable(a:string)[] | top-nested 1 of a by count()", rows: [] },
  ],
};

function lower(node: KustoNode, scope: Scope): LoweredOperator | undefined {
  const bound = boundIn(node, scope);
  const columns: Column[] = [];
  const levels: TopNestedLevel[] = [];
  const clauses = items(node, "Clauses");
  for (const [index, clause] of clauses.entries()) {
    const made = lowerLevel(clause, bound.slice(columns.length, columns.length + 2), scope);
    // What the lower levels show for the groups that are left out is not told.
    if (!made || (made.level.others && index < clauses.length - 1)) {
      report(scope, clause, "unsupported", "this form of `top-nested` is not evaluated");
      return undefined;
    }
    columns.push(...made.columns);
    levels.push(made.level);
  }
  checkNames(columns, bound, node, scope);
  return { columns, step: { kind: "top-nested", levels, at: scope.placeOf(node) } };
}

function lowerLevel(
  clause: KustoNode,
  bound: readonly BoundColumn[],
  scope: Scope,
): { readonly columns: readonly Column[]; readonly level: TopNestedLevel } | undefined {
  const of = lowerInOrder([childOf(clause, "OfExpression")], bound.slice(0, 1), scope);
  const by = childOf(clause, "ByExpression");
  const isOrdered = kindOf(by) === "OrderedExpression";
  const ordering = isOrdered ? child(childOf(by, "Ordering"), "AscOrDescKeyword") : undefined;
  const made = lowerAggregates([isOrdered ? childOf(by, "Expression") : by], bound.slice(1), of.columns, scope);
  const [value, column] = [of.assignments[0]?.value, made.columns[0]];
  if (!value || !column || made.columns.length !== 1) return undefined;
  const count = child(clause, "Expression");
  const clauseOfOthers = child(clause, "WithOthersClause");
  const others = clauseOfOthers && lowerScalar(childOf(clauseOfOthers, "Expression"), { ...scope, columns: [] });
  if (others && conversionCost(others.type, value.type) === undefined) return undefined;
  return {
    columns: [...of.columns, column],
    level: {
      value,
      ...(count ? { count: lowerScalar(count, { ...scope, columns: [] }) } : {}),
      aggregates: made.calls,
      ...(made.outputs ? { outputs: made.outputs } : {}),
      aggregateType: column.type,
      order: ordering && /asc/i.test(tokenText(ordering)) ? "asc" : "desc",
      ...(others ? { others: convertTo(others, value.type) } : {}),
    },
  };
}

/** The chosen groups of a level: what the result shows of each, and its rows. */
type Choose = (rows: Rows, run: Run) => readonly { readonly shown: Row; readonly rows: Rows }[];

export const topNestedStep = stepDefinition<TopNested>({
  kind: "top-nested",
  compile: ({ levels, at }, compiler) => {
    const choices = levels.map((level) => compileLevel(level, at, compiler));
    const nested = (rows: Rows, depth: number, run: Run): Rows => {
      const choose = choices[depth];
      if (!choose) return [[]];
      return choose(rows, run).flatMap((group) =>
        nested(group.rows, depth + 1, run).map((inner): Row => [...group.shown, ...inner]),
      );
    };
    return (rows, run) => nested(rows, 0, run);
  },
});

function compileLevel(level: TopNestedLevel, at: At, compiler: Compiler): Choose {
  const { value, count, aggregates, outputs, order, aggregateType, others } = level;
  const keyOf = compiler.scalar(value);
  const fold = compileFold({ keyTypes: [value.type], aggregates, outputs }, compiler);
  const compare = valueComparer({
    value: { kind: "column", type: aggregateType, slot: 0 },
    order,
    nulls: order === "asc" ? "first" : "last",
  });
  const most = count && compiler.scalar(count);
  const rest = others && compiler.scalar(others);
  return (rows, run) => {
    const index = groupIndex([value.type]);
    const members: Row[][] = [];
    for (const row of rows) {
      const number = index([keyOf(row, run)]);
      const known = members[number];
      if (known) known.push(row);
      else members.push([row]);
    }
    const groups = foldAll(
      fold,
      rows,
      (row, key) => {
        key[0] = keyOf(row, run);
        return true;
      },
      run,
    ).map((shown, group) => ({
      shown,
      rows: members[group] ?? [],
    }));
    const order = (left: { readonly shown: Row }, right: { readonly shown: Row }) =>
      compare(left.shown[1] as Value, right.shown[1] as Value);
    groups.sort(order);
    const first = most ? Math.max(0, Number(most([], run) ?? 0)) : groups.length;
    const [last, next] = [groups[first - 1], groups[first]];
    if (last && next && order(last, next) === 0) {
      throw new QueryEnd("unsupported", "`top-nested` with a tie for the last place is not evaluated", at);
    }
    const chosen = groups.slice(0, first);
    if (!rest) return chosen;
    const left = groups.slice(first).flatMap((group) => group.rows);
    if (left.length === 0) {
      throw new QueryEnd("unsupported", "`with others` where nothing is left out is not evaluated", at);
    }
    const name = rest([], run);
    return [
      ...chosen,
      ...foldAll(
        fold,
        left,
        (_row, key) => {
          key[0] = name;
          return true;
        },
        run,
      ).map((shown) => ({ shown, rows: left })),
    ];
  };
}
