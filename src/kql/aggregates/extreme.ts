/** Aggregates that choose by order: `min`, `max`, `arg_max`, `arg_min`, and `take_any`, which takes the first. */

import { page } from "../functions/definition";
import { comparer } from "../values/order";
import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";
import { type AggregateOverload, accumulator, aggregateOverload, type KqlAggregate } from "./definition";

function extreme(name: "min" | "max", sign: 1 | -1): KqlAggregate {
  return {
    name,
    source: `${page(`${name}-aggregation-function`)}, engine`,
    examples: [[`datatable(x:long)[2, long(null), 3, 1] | summarize ${name}(x)`, name === "max" ? 3 : 1]],
    overloads: [
      aggregateOverload({
        params: [{ name: "value", type: "any" }],
        returns: ([type = "dynamic"]) => type,
        nulls: "skips nulls",
        prepare: ({ types: [type = "dynamic"] }) => {
          const isBetter = better(type, sign);
          const none: Value = type === "string" ? "" : null;
          return accumulator({
            start: (): Value | undefined => undefined,
            add: (best, value) => (best === undefined || isBetter(value, best) ? value : best),
            finish: (best) => best ?? none,
          });
        },
      }),
    ],
  };
}

/** NaN is better than anything: a NaN among the values makes the result NaN. */
function better(type: TypeName, sign: 1 | -1): (value: Value, best: Value) => boolean {
  const compare = comparer(type);
  if (type !== "real") return (value, best) => compare(value, best) * sign > 0;
  return (value, best) => Number.isNaN(value) || (!Number.isNaN(best) && compare(value, best) * sign > 0);
}

function argExtreme(name: "arg_max" | "arg_min", sign: 1 | -1): KqlAggregate {
  const overload: AggregateOverload = aggregateOverload({
    params: [
      { name: "value", type: "any" },
      { name: "kept", type: "any", repeats: true },
    ],
    returns: ([type = "dynamic"]) => type,
    nulls: "sees nulls",
    prepare: ({ types }) => {
      const compare = comparer(types[0] ?? "dynamic");
      const none = types.map((type): Value => (type === "string" ? "" : null));
      return accumulator({
        start: (): readonly Value[] | undefined => undefined,
        add: (best, value, ...kept) => {
          const first = best?.[0];
          if (first === undefined) return [value, ...kept];
          if (value === null) return best;
          return first === null || compare(value, first) * sign > 0 ? [value, ...kept] : best;
        },
        finish: (best) => best ?? none,
      });
    },
  });
  return {
    name,
    aliases: [name.replace("_", "")],
    source: `${page(`${name.replace("_", "-")}-aggregation-function`)}, engine`,
    examples: [
      [
        `datatable(x:long, y:string)[2, 'b', 3, 'c', 1, 'a'] | summarize ${name}(x, y) | project y`,
        name === "arg_max" ? "c" : "a",
      ],
    ],
    isTuple: true,
    choice: "of rows with the same extreme the first is taken",
    overloads: [overload],
  };
}

const isBlank = (value: Value | undefined) => value === null || value === "";

/** Of one column alone, a value is taken before null and the empty text. Source: the function's page, section "remarks", read 2026-11-26. */
const takeAny: KqlAggregate = {
  name: "take_any",
  aliases: ["any"],
  source: `${page("take-any-aggregation-function")}, engine`,
  examples: [
    ["datatable(x:long)[2, 3] | summarize take_any(x)", 2],
    ["datatable(x:long)[long(null), 2, 3] | summarize take_any(x)", 2],
    ["datatable(x:string)['', 'b', 'c'] | summarize take_any(x)", "b"],
    ["datatable(x:long, y:long)[long(null), 1, 2, 3] | summarize take_any(x, y)", null],
  ],
  isTuple: true,
  choice: "the first row is taken; of one column alone, the first value that is neither null nor empty",
  overloads: [
    aggregateOverload({
      params: [{ name: "values", type: "any", repeats: true }],
      returns: ([type = "dynamic"]) => type,
      nulls: "sees nulls",
      prepare: ({ types }) =>
        accumulator({
          start: (): readonly Value[] | undefined => undefined,
          add: (first, ...values) => (first && !(values.length === 1 && isBlank(first[0])) ? first : values),
          finish: (first) => first ?? types.map((type): Value => (type === "string" ? "" : null)),
        }),
    }),
  ],
};

export const extremeAggregates: readonly KqlAggregate[] = [
  extreme("min", -1),
  extreme("max", 1),
  argExtreme("arg_max", 1),
  argExtreme("arg_min", -1),
  takeAny,
];
