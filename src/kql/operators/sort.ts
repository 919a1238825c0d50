/** `sort` and `top`. */

import { page } from "../functions/definition";
import type { Sort, SortKey } from "../ir/step";
import { child, childOf, items, type KustoNode, kindOf, tokenText } from "../kusto/node";
import { lowerScalar, type Scope } from "../lower/scope";
import { comparer } from "../values/order";
import type { TypeName } from "../values/type-name";
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
    const keys = by.map((key) => ({ key, evaluate: compiler.scalar(key.value) }));
    const count = first && compiler.scalar(first);
    return (rows, run) => {
      const compares = keys.map(({ key, evaluate }) =>
        rowComparer(
          key,
          rows.map((row) => evaluate(row, run)),
        ),
      );
      run.budget.spend(rows.length * Math.ceil(Math.log2(rows.length + 2)));
      const order = rows.map((_, index) => index).sort((left, right) => firstDifference(compares, left, right));
      const kept = count ? order.slice(0, Math.max(0, Number(count([], run) ?? 0))) : order;
      return kept.map((index) => rows[index] as Row);
    };
  },
});

/** Compares two rows by their numbers. */
type CompareRows = (left: number, right: number) => number;

function firstDifference(compares: readonly CompareRows[], left: number, right: number): number {
  for (let index = 0; index < compares.length; index++) {
    const order = (compares[index] as CompareRows)(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** By the values of one key. Numbers and times are first compared by what they are about, side by side in memory; only where that is the same by the values themselves. */
function rowComparer(key: SortKey, values: readonly Value[]): CompareRows {
  const compare = valueComparer(key);
  const isMissing = missingIn(key.value.type);
  const exactly: CompareRows = (left, right) => compare(values[left] as Value, values[right] as Value);
  if (!NUMERIC.has(key.value.type)) return exactly;
  const sign = key.order === "asc" ? 1 : -1;
  const missing = key.nulls === "first" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const abouts = Float64Array.from(values, (value) => (isMissing(value) ? missing : Number(value) * sign));
  return (left, right) => {
    const difference = (abouts[left] as number) - (abouts[right] as number);
    return difference < 0 ? -1 : difference > 0 ? 1 : exactly(left, right);
  };
}

const NUMERIC: ReadonlySet<TypeName> = new Set(["int", "long", "real", "datetime", "timespan"]);

/** Where to put nulls (and NaN beside them) is a key's own choice. */
export function valueComparer({ value: { type }, order, nulls }: SortKey): (left: Value, right: Value) => number {
  const compare = comparer(type);
  const isMissing = missingIn(type);
  const sign = order === "asc" ? 1 : -1;
  const missingSign = nulls === "first" ? 1 : -1;
  return (left, right) => {
    const isLeftMissing = isMissing(left);
    const isRightMissing = isMissing(right);
    if (!isLeftMissing && !isRightMissing) return compare(left, right) * sign;
    if (isLeftMissing && isRightMissing) return compare(left, right) * missingSign;
    return (isLeftMissing ? -1 : 1) * missingSign;
  };
}

function missingIn(type: TypeName): (value: Value) => boolean {
  return type === "real" ? (value) => value === null || Number.isNaN(value) : (value) => value === null;
}
