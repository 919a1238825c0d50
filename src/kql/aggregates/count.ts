/** Aggregates that count: `count`, `countif`, `dcount`. */

import { page } from "../functions/definition";
import { type Key, keyOf } from "../values/order";
import { accumulator, aggregateOverload, type KqlAggregate } from "./definition";

const counter = { start: () => 0, finish: (count: number) => count };

const count: KqlAggregate = {
  name: "count",
  source: `${page("count-aggregation-function")}, engine`,
  examples: [["datatable(x:long)[1, long(null)] | summarize count(), count(x)", 2]],
  overloads: [
    aggregateOverload({
      params: [{ name: "ignored", type: "any", optional: true }],
      returns: "long",
      nulls: "sees nulls",
      prepare: () => ({ ...counter, add: (state) => state + 1 }),
    }),
  ],
};

const countif: KqlAggregate = {
  name: "countif",
  source: page("countif-aggregation-function"),
  examples: [["range x from 1 to 5 step 1 | summarize countif(x > 3)", 2]],
  overloads: [
    aggregateOverload({
      params: [{ name: "if", type: "bool" }],
      returns: "long",
      nulls: "skips nulls",
      prepare: () => ({ ...counter, add: (state, condition) => (condition ? state + 1 : state) }),
    }),
  ],
};

/** Exact here; the engine estimates, and was exact in all small recorded cases. */
const dcount: KqlAggregate = {
  name: "dcount",
  aliases: ["count_distinct"],
  source: `${page("dcount-aggregation-function")}, engine`,
  examples: [["datatable(x:string)['a', 'b', 'a'] | summarize dcount(x)", 2]],
  overloads: [
    aggregateOverload({
      params: [
        { name: "value", type: "any" },
        { name: "accuracy", type: "long", optional: true },
      ],
      returns: "long",
      nulls: "skips nulls",
      prepare: ({ types: [type = "dynamic"] }) =>
        accumulator({
          start: () => new Set<Key>(),
          add: (seen: Set<Key>, value) => seen.add(keyOf(value, type)),
          finish: (seen) => seen.size,
        }),
    }),
  ],
};

export const countAggregates: readonly KqlAggregate[] = [count, countif, dcount];
