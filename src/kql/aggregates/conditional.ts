/** Aggregates with a condition (`sumif`, `make_set_if` ...): those of the registry, over the rows where the condition holds. */

import { type CallSite, page } from "../functions/definition";
import type { Value } from "../values/value";
import { collectAggregates } from "./collect";
import { countAggregates } from "./count";
import { covarianceAggregates } from "./covariance";
import type { Accumulator, AggregateExample, AggregateOverload, KqlAggregate } from "./definition";
import { extremeAggregates } from "./extreme";
import { spreadAggregates } from "./spread";
import { totalAggregates } from "./total";

const plain: ReadonlyMap<string, KqlAggregate> = new Map(
  [
    ...collectAggregates,
    ...countAggregates,
    ...covarianceAggregates,
    ...extremeAggregates,
    ...spreadAggregates,
    ...totalAggregates,
  ].map((each): [string, KqlAggregate] => [each.name, each]),
);

/** The condition stands behind the value (the second of two), before a size or an accuracy. */
function conditional(
  name: string,
  of: string,
  examples: readonly AggregateExample[],
  aliases?: readonly string[],
): KqlAggregate {
  const overloads = plain.get(of)?.overloads ?? [];
  const place = of.startsWith("covariance") ? 2 : 1;
  return {
    name,
    ...(aliases ? { aliases } : {}),
    source: `${page(`${name.replaceAll("_", "-")}-aggregation-function`)}, engine`,
    examples,
    overloads: overloads.map((overload) => withCondition(overload, place)),
  };
}

function withCondition(overload: AggregateOverload, place: number): AggregateOverload {
  // `take_anyif` takes one value, unlike `take_any`.
  const params = overload.params.map(({ repeats: _, ...param }) => param);
  return {
    ...overload,
    params: params.toSpliced(place, 0, { name: "if", type: "bool" }),
    prepare: (site) => whereTrue(overload.prepare(withoutCondition(site, place)), place),
  };
}

function withoutCondition(site: CallSite, place: number): CallSite {
  return { ...site, types: site.types.toSpliced(place, 1), constants: site.constants.toSpliced(place, 1) };
}

/** A condition that is null holds as little as a false one. */
function whereTrue({ start, add, finish }: Accumulator<unknown>, place: number): Accumulator<unknown> {
  return {
    start,
    add: (state: unknown, ...values: readonly Value[]) =>
      values[place] === true ? add(state, ...values.toSpliced(place, 1)) : state,
    finish,
  } as Accumulator<unknown>;
}

/** Of the tuple that an aggregate gives, the first value alone. */
function firstOf(aggregate: KqlAggregate): KqlAggregate {
  return {
    ...aggregate,
    overloads: aggregate.overloads.map((overload) => ({
      ...overload,
      prepare: (site) => {
        const { start, add, finish } = overload.prepare(site);
        return { start, add, finish: (state) => (finish(state) as readonly Value[])[0] ?? null };
      },
    })),
  };
}

const rows = "datatable(x:long, k:bool)[4, true, 2, false, 6, true, 8, bool(null)]";

export const conditionalAggregates: readonly KqlAggregate[] = [
  conditional("sumif", "sum", [[`${rows} | summarize sumif(x, k)`, 10]]),
  conditional("avgif", "avg", [[`${rows} | summarize avgif(x, k)`, 5]]),
  conditional("minif", "min", [[`${rows} | summarize minif(x, k)`, 4]]),
  conditional("maxif", "max", [[`${rows} | summarize maxif(x, k)`, 6]]),
  conditional("dcountif", "dcount", [[`${rows} | summarize dcountif(x, k)`, 2]]),
  conditional("make_list_if", "make_list", [[`${rows} | summarize make_list_if(x, k)`, [4, 6]]]),
  conditional("make_set_if", "make_set", [[`${rows} | summarize make_set_if(x, k, 1)`, [4]]]),
  conditional("make_bag_if", "make_bag", [[`${rows} | summarize make_bag_if(dynamic({'a': 4}), k)`, { a: 4 }]]),
  conditional("stdevif", "stdev", [[`${rows} | summarize stdevif(x, x >= 4)`, 2]]),
  conditional("varianceif", "variance", [[`${rows} | summarize varianceif(x, k)`, 2]]),
  conditional("variancepif", "variancep", [[`${rows} | summarize variancepif(x, k)`, 1]]),
  conditional("covarianceif", "covariance", [[`${rows} | summarize covarianceif(x, x, k)`, 2]]),
  conditional("covariancepif", "covariancep", [[`${rows} | summarize covariancepif(x, x, k)`, 1]]),
  conditional("count_distinctif", "dcount", [[`${rows} | summarize count_distinctif(x, k)`, 2]]),
  firstOf(
    conditional(
      "take_anyif",
      "take_any",
      [
        [`${rows} | summarize take_anyif(x, x > 4)`, 6],
        ["datatable(x:string)['', 'b'] | summarize take_anyif(x, true)", "b"],
      ],
      ["anyif"],
    ),
  ),
];
