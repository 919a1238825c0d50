/** `top-hitters`: the values that occur most, or whose sums are largest. Exact here; the engine estimates, and was exact in all small recorded cases without ties. */

import { QueryEnd } from "../execute/query-end";
import { page } from "../functions/definition";
import type { TopHitters } from "../ir/step";
import { child, childOf } from "../kusto/node";
import { checkNames, lowerInOrder } from "../lower/projection";
import { boundIn, lowerScalar, report } from "../lower/scope";
import { addLongs } from "../values/integer";
import { comparer } from "../values/order";
import type { Column } from "../values/type-name";
import type { Value } from "../values/value";
import { type OperatorDefinition, stepDefinition } from "./definition";
import { groupIndex } from "./group";

/** Beyond this many values the engine's estimate may differ from the truth. UNVERIFIED: what the real bound is; records with more values would settle it. */
const VALUES_MAX = 1_000;

export const topHitters: OperatorDefinition = {
  name: "top-hitters",
  syntax: ["TopHittersOperator"],
  source: `${page("top-hitters-operator")}, engine`,
  order: "makes",
  lower: (node, scope) => {
    const bound = boundIn(node, scope);
    const of = lowerInOrder([childOf(node, "OfExpression")], bound.slice(0, 1), scope);
    const clause = child(node, "ByClause");
    const weight = clause && lowerScalar(childOf(clause, "Expression"), scope);
    const [value] = of.assignments;
    if (!value || (weight && !["int", "long", "real"].includes(weight.type))) {
      report(scope, node, "unsupported", "`top-hitters` by this type is not evaluated");
      return undefined;
    }
    const type = weight?.type === "real" ? "real" : "long";
    const columns: readonly Column[] = [...of.columns, { name: bound[1]?.name ?? "", type }];
    checkNames(columns, bound, node, scope);
    return {
      columns,
      step: {
        kind: "top-hitters",
        count: lowerScalar(childOf(node, "Expression"), { ...scope, columns: [] }),
        value: value.value,
        ...(weight ? { weight } : {}),
        at: scope.placeOf(node),
      },
    };
  },
  examples: [
    {
      query: "datatable(x:string)['a', 'b', 'a', 'c', 'c', 'a'] | top-hitters 2 of x",
      rows: [
        ["a", 3],
        ["c", 2],
      ],
    },
    {
      query: "datatable(x:string, v:long)['a', 1, 'b', 5, 'a', 2] | top-hitters 1 of x by v",
      rows: [["b", 5]],
    },
  ],
};

export const topHittersStep = stepDefinition<TopHitters>({
  kind: "top-hitters",
  compile: ({ count, value, weight, at }, compiler) => {
    const evaluate = compiler.scalar(value);
    const weigh = weight && compiler.scalar(weight);
    const most = compiler.scalar(count);
    const isReal = weight?.type === "real";
    const compare = comparer(isReal ? "real" : "long");
    return (rows, run) => {
      const index = groupIndex([value.type]);
      const totals: [Value, Value][] = [];
      for (const row of rows) {
        const hit = evaluate(row, run);
        const number = index([hit]);
        totals[number] ??= [hit, 0];
        const total = totals[number] as [Value, Value];
        const more = weigh ? weigh(row, run) : 1;
        if (more !== null) {
          total[1] = isReal ? Number(total[1]) + Number(more) : addLongs(total[1] as number, more as number);
        }
      }
      const first = Math.max(0, Number(most([], run) ?? 0));
      totals.sort((left, right) => compare(right[1], left[1]));
      const isTie =
        first > 0 && first < totals.length && compare(totals[first - 1]?.[1] ?? null, totals[first]?.[1] ?? null) === 0;
      if (isTie) {
        throw new QueryEnd("unsupported", "`top-hitters` with a tie for the last place is not evaluated", at);
      }
      if (totals.length > VALUES_MAX && first < totals.length) {
        throw new QueryEnd("unsupported", `\`top-hitters\` of more than ${VALUES_MAX} values is not evaluated`, at);
      }
      return totals.slice(0, first);
    };
  },
});
