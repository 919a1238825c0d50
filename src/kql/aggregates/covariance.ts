/** Aggregates of two columns: `covariance`, `covariancep`. */

import { page } from "../functions/definition";
import { type AggregateExample, accumulator, aggregateOverload, type KqlAggregate } from "./definition";

/** Updated pair by pair: no large sums cancel out. */
interface Pairs {
  count: number;
  leftMean: number;
  rightMean: number;
  product: number;
}

/** `taken` from the count is one for a sample, none for a population. */
function covariance(name: string, taken: 0 | 1, examples: readonly AggregateExample[]): KqlAggregate {
  return {
    name,
    source: `${page(`${name}-aggregation-function`)}, engine`,
    examples,
    overloads: [
      aggregateOverload({
        params: [
          { name: "left", type: "real" },
          { name: "right", type: "real" },
        ],
        returns: "real",
        nulls: "skips nulls",
        prepare: () =>
          accumulator({
            start: (): Pairs => ({ count: 0, leftMean: 0, rightMean: 0, product: 0 }),
            add: (state, left: number, right: number | null) => {
              if (right === null) return state;
              state.count++;
              const distance = left - state.leftMean;
              state.leftMean += distance / state.count;
              state.rightMean += (right - state.rightMean) / state.count;
              state.product += distance * (right - state.rightMean);
              return state;
            },
            finish: ({ count, product }) => (count <= taken ? 0 : product / (count - taken)),
          }),
      }),
    ],
  };
}

export const covarianceAggregates: readonly KqlAggregate[] = [
  covariance("covariance", 1, [["datatable(x:real, y:real)[1, 2, 2, 4, 3, 6] | summarize covariance(x, y)", 2]]),
  covariance("covariancep", 0, [["datatable(x:real, y:real)[1, 2, 3, 4] | summarize covariancep(x, y)", 1]]),
];
