/** Aggregates of numbers: `sum`, `avg`. */

import { page } from "../functions/definition";
import { addDecimals, Decimal, decimalOfLong, divideDecimals } from "../values/decimal";
import { addLongs, type Long } from "../values/integer";
import { aggregateOverload, type KqlAggregate } from "./definition";

const sum: KqlAggregate = {
  name: "sum",
  source: `${page("sum-aggregation-function")}, engine`,
  examples: [["datatable(x:long)[1, long(null), 3] | summarize sum(x)", 4]],
  overloads: [
    aggregateOverload({
      params: [{ name: "value", type: "long" }],
      returns: "long",
      nulls: "skips nulls",
      prepare: () => ({ start: (): Long => 0, add: addLongs, finish: (total) => total }),
    }),
    aggregateOverload({
      params: [{ name: "value", type: "real" }],
      returns: "real",
      nulls: "skips nulls",
      prepare: () => ({ start: () => 0, add: (total, value) => total + value, finish: (total) => total }),
    }),
    aggregateOverload({
      params: [{ name: "value", type: "decimal" }],
      returns: "decimal",
      nulls: "skips nulls",
      prepare: () => ({ start: () => new Decimal(0n, 0), add: addDecimals, finish: (total) => total }),
    }),
    aggregateOverload({
      params: [{ name: "value", type: "timespan" }],
      returns: "timespan",
      nulls: "skips nulls",
      prepare: () => ({ start: () => 0n, add: (total, value) => total + value, finish: (total) => total }),
    }),
  ],
};

/** UNVERIFIED: what the engine gives for no values of a type that has no NaN; null here, as for other aggregates of them. */
const meanOfTicks = () => ({
  start: () => ({ total: 0n, count: 0n }),
  add: (state: { total: bigint; count: bigint }, value: bigint) => {
    state.total += value;
    state.count++;
    return state;
  },
  finish: ({ total, count }: { readonly total: bigint; readonly count: bigint }) =>
    count === 0n ? null : total / count,
});

const avg: KqlAggregate = {
  name: "avg",
  source: `${page("avg-aggregation-function")}, engine`,
  examples: [
    ["datatable(x:long)[1, 2] | summarize avg(x)", 1.5],
    ["datatable(x:decimal)[decimal(1.5), decimal(2.5)] | summarize avg(x)", "2"],
    ["datatable(x:timespan)[1h, 3h] | summarize avg(x)", "02:00:00"],
  ],
  overloads: [
    aggregateOverload({
      params: [{ name: "value", type: "real" }],
      returns: "real",
      nulls: "skips nulls",
      prepare: () => ({
        start: () => ({ total: 0, count: 0 }),
        add: (state, value) => {
          state.total += value;
          state.count++;
          return state;
        },
        finish: ({ total, count }) => total / count,
      }),
    }),
    aggregateOverload({
      params: [{ name: "value", type: "decimal" }],
      returns: "decimal",
      nulls: "skips nulls",
      prepare: () => ({
        start: () => ({ total: new Decimal(0n, 0), count: 0 }),
        add: (state, value) => {
          state.total = addDecimals(state.total, value);
          state.count++;
          return state;
        },
        finish: ({ total, count }) => divideDecimals(total, decimalOfLong(count)),
      }),
    }),
    aggregateOverload({
      params: [{ name: "value", type: "timespan" }],
      returns: "timespan",
      nulls: "skips nulls",
      prepare: meanOfTicks,
    }),
    aggregateOverload({
      params: [{ name: "value", type: "datetime" }],
      returns: "datetime",
      nulls: "skips nulls",
      prepare: meanOfTicks,
    }),
  ],
};

export const totalAggregates: readonly KqlAggregate[] = [sum, avg];
