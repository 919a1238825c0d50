/** Aggregates with a condition (`sumif`, `make_set_if` ...): those of the registry, over the rows where the condition holds. */

import { type CallSite, page } from "../functions/definition";
import type { Value } from "../values/value";
import { collectAggregates } from "./collect";
import { countAggregates } from "./count";
import type { Accumulator, AggregateExample, AggregateOverload, KqlAggregate } from "./definition";
import { extremeAggregates } from "./extreme";
import { spreadAggregates } from "./spread";
import { totalAggregates } from "./total";

const plain: ReadonlyMap<string, KqlAggregate> = new Map(
  [...collectAggregates, ...countAggregates, ...extremeAggregates, ...spreadAggregates, ...totalAggregates].map(
    (each): [string, KqlAggregate] => [each.name, each],
  ),
);

/** The condition stands behind the value, before a size or an accuracy. */
function conditional(name: string, of: string, examples: readonly AggregateExample[]): KqlAggregate {
  const overloads = plain.get(of)?.overloads ?? [];
  return {
    name,
    source: `${page(`${name.replaceAll("_", "-")}-aggregation-function`)}, engine`,
    examples,
    overloads: overloads.map(withCondition),
  };
}

function withCondition(overload: AggregateOverload): AggregateOverload {
  const [value, ...rest] = overload.params;
  return {
    ...overload,
    params: [...(value ? [value] : []), { name: "if", type: "bool" }, ...rest],
    prepare: (site) => whereTrue(overload.prepare(withoutCondition(site))),
  };
}

function withoutCondition(site: CallSite): CallSite {
  return { ...site, types: site.types.toSpliced(1, 1), constants: site.constants.toSpliced(1, 1) };
}

/** A condition that is null holds as little as a false one. */
function whereTrue({ start, add, finish }: Accumulator<unknown>): Accumulator<unknown> {
  return {
    start,
    add: (state: unknown, value: Value, condition: Value, ...rest: readonly Value[]) =>
      condition === true ? add(state, value, ...rest) : state,
    finish,
  } as Accumulator<unknown>;
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
];
