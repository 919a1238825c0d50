/** `sort` and `top`. */

import { page } from "../functions/definition";
import type { Sort, SortKey } from "../ir/step";
import { child, childOf, items, type KustoNode, kindOf, tokenText } from "../kusto/node";
import { lowerScalar, type Scope } from "../lower/scope";
import { comparer } from "../values/order";
import type { Row, Value } from "../values/value";
import { type OperatorDefinition, stepDefinition } from "./definition";

export const sort: OperatorDefinition = {
  name: "sort",
  syntax: ["SortOperator"],
  source: page("sort-operator"),
  order: "makes",
  lower: (node, scope) => ({
    columns: scope.columns,
    step: { kind: "sort", by: items(node, "Expressions").map((key) => lowerKey(key, scope)) },
  }),
  examples: [
    { query: "datatable(x:long)[2, 3, 1] | sort by x", rows: [[3], [2], [1]] },
    { query: "datatable(x:long)[2, long(null), 1] | sort by x asc", rows: [[null], [1], [2]] },
  ],
};

export const top: OperatorDefinition = {
  name: "top",
  syntax: ["TopOperator"],
  source: page("top-operator"),
  order: "makes",
  lower: (node, scope) => ({
    columns: scope.columns,
    step: {
      kind: "sort",
      by: [lowerKey(childOf(node, "ByExpression"), scope)],
      first: lowerScalar(childOf(node, "Expression"), scope),
    },
  }),
  examples: [{ query: "datatable(x:long)[2, 3, 1] | top 2 by x", rows: [[3], [2]] }],
};

/** Descending unless told; nulls first when ascending, last when descending, unless told. */
export function lowerKey(node: KustoNode, scope: Scope): SortKey {
  const ordering = kindOf(node) === "OrderedExpression" ? child(node, "Ordering") : undefined;
  const word = ordering && child(ordering, "AscOrDescKeyword");
  const order = word && /asc/i.test(tokenText(word)) ? "asc" : "desc";
  const nullsClause = ordering && child(ordering, "NullsClause");
  const nulls = nullsClause ? (/first/i.test(tokenText(nullsClause)) ? "first" : "last") : undefined;
  return { value: lowerScalar(node, scope), order, nulls: nulls ?? (order === "asc" ? "first" : "last") };
}

export const sortStep = stepDefinition<Sort>({
  kind: "sort",
  compile: ({ by, first }, compiler) => {
    const keys = by.map(({ value }) => compiler.scalar(value));
    const compare = keyComparer(by);
    const count = first && compiler.scalar(first);
    return (rows, run) => {
      const keyed = rows.map((row) => ({ row, keys: keys.map((key) => key(row, run)) }));
      run.budget.spend(rows.length * Math.ceil(Math.log2(rows.length + 2)));
      keyed.sort((left, right) => compare(left.keys, right.keys));
      const kept = count ? keyed.slice(0, Math.max(0, Number(count([], run) ?? 0))) : keyed;
      return kept.map(({ row }) => row);
    };
  },
});

/** Compares lists of key values; where to put nulls (and NaN beside them) is a key's own choice. */
export function keyComparer(keys: readonly SortKey[]): (left: Row, right: Row) => number {
  const parts = keys.map(({ value, order, nulls }) => {
    const compare = comparer(value.type);
    const sign = order === "asc" ? 1 : -1;
    const isMissing = (each: Value) => each === null || (value.type === "real" && Number.isNaN(each));
    const missingSign = nulls === "first" ? 1 : -1;
    return (left: Value, right: Value) => {
      if (isMissing(left) || isMissing(right)) {
        if (isMissing(left) && isMissing(right)) return compare(left, right) * missingSign;
        return (isMissing(left) ? -1 : 1) * missingSign;
      }
      return compare(left, right) * sign;
    };
  });
  return (left, right) => {
    for (let index = 0; index < parts.length; index++) {
      const order = parts[index]?.(left[index] as Value, right[index] as Value) ?? 0;
      if (order !== 0) return order;
    }
    return 0;
  };
}
