/** Aggregates of spread: `stdev`, `variance`, and their kin over whole populations. */

import { page } from "../functions/definition";
import { accumulator, aggregateOverload, type KqlAggregate } from "./definition";

/** Count, mean and sum of squared distances, updated by Welford's method: no large sums cancel out. */
interface Spread {
  count: number;
  mean: number;
  squares: number;
}

interface Form {
  readonly name: string;
  /** What is taken from the count: one for a sample, none for a population. */
  readonly taken: 0 | 1;
  readonly isRoot: boolean;
  readonly page: string;
  readonly values: string;
  readonly cell: number;
}

function spread({ name, taken, isRoot, page: pageName, values, cell }: Form): KqlAggregate {
  return {
    name,
    source: `${page(pageName)}, engine`,
    examples: [[`datatable(x:long)[${values}, long(null)] | summarize ${name}(x)`, cell]],
    overloads: [
      aggregateOverload({
        params: [{ name: "value", type: "real" }],
        returns: "real",
        nulls: "skips nulls",
        prepare: () =>
          accumulator({
            start: (): Spread => ({ count: 0, mean: 0, squares: 0 }),
            add: (state, value: number) => {
              state.count++;
              const distance = value - state.mean;
              state.mean += distance / state.count;
              state.squares += distance * (value - state.mean);
              return state;
            },
            finish: ({ count, squares }) => {
              const variance = count <= taken ? 0 : squares / (count - taken);
              return isRoot ? Math.sqrt(variance) : variance;
            },
          }),
      }),
    ],
  };
}

export const spreadAggregates: readonly KqlAggregate[] = [
  spread({ name: "stdev", taken: 1, isRoot: true, page: "stdev-aggregation-function", values: "4, 6, 8", cell: 2 }),
  spread({ name: "stdevp", taken: 0, isRoot: true, page: "stdevp-aggregation-function", values: "4, 6", cell: 1 }),
  spread({ name: "variance", taken: 1, isRoot: false, page: "variance-aggregation-function", values: "4, 6", cell: 2 }),
  spread({
    name: "variancep",
    taken: 0,
    isRoot: false,
    page: "variancep-aggregation-function",
    values: "4, 6",
    cell: 1,
  }),
];
