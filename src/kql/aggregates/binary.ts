/** Aggregates of bits: `binary_all_and`, `binary_all_or`, `binary_all_xor`. */

import { page } from "../functions/definition";
import { type Long, longOf } from "../values/integer";
import { accumulator, aggregateOverload, type KqlAggregate } from "./definition";

function binary(word: "and" | "or" | "xor", fold: (left: bigint, right: bigint) => bigint, cell: number): KqlAggregate {
  const name = `binary_all_${word}`;
  return {
    name,
    source: `${page(`${name.replaceAll("_", "-")}-aggregation-function`)}, engine`,
    examples: [[`datatable(x:long)[12, 10] | summarize ${name}(x)`, cell]],
    overloads: (["int", "long"] as const).map((type) =>
      aggregateOverload({
        params: [{ name: "value", type }],
        returns: type,
        nulls: "skips nulls",
        prepare: (site) =>
          accumulator({
            start: (): bigint | undefined => undefined,
            add: (all: bigint | undefined, value: Long) =>
              all === undefined ? BigInt(value) : fold(all, BigInt(value)),
            // UNVERIFIED: what the engine gives for no values; a recorded result would settle it.
            finish: (all) =>
              all === undefined ? site.refuse("unsupported", `\`${name}\` of no values is not evaluated`) : longOf(all),
          }),
      }),
    ),
  };
}

export const binaryAggregates: readonly KqlAggregate[] = [
  binary("and", (left, right) => left & right, 8),
  binary("or", (left, right) => left | right, 14),
  binary("xor", (left, right) => left ^ right, 6),
];
