/** Percentiles by nearest rank: the smallest value that at least so many per cent of all don't exceed. Exact here; the engine estimates where there are many values. */

import { type CallSite, type Param, page } from "../functions/definition";
import { converter } from "../values/convert";
import { comparer } from "../values/order";
import type { TypeName } from "../values/type-name";
import { type Dynamic, isArray, type Value } from "../values/value";
import type { Accumulator, AggregateExample, AggregateOverload, KqlAggregate } from "./definition";

/** A value and how often it counts. */
type Weighted = readonly [value: Value, weight: number];

interface Form {
  readonly name: string;
  readonly isWeighted: boolean;
  /** One value, a column for each, or all in one array. */
  readonly gives: "value" | "columns" | "array";
  readonly examples: readonly AggregateExample[];
}

/** The type of a percentile of values, as Microsoft's binder has it. */
const TYPES: Readonly<Partial<Record<TypeName, TypeName>>> = {
  int: "long",
  long: "long",
  real: "real",
  decimal: "real",
  datetime: "datetime",
  timespan: "timespan",
};

function percentileAggregate({ name, isWeighted, gives, examples }: Form): KqlAggregate {
  const params: readonly Param[] = [
    { name: "value", type: "any" },
    ...(isWeighted ? [{ name: "weight", type: "long" } as const] : []),
    { name: "percentile", type: "any", ...(gives === "value" ? {} : { repeats: true }) },
  ];
  const before = isWeighted ? 2 : 1;
  return {
    name,
    source: `${page("percentiles-aggregation-function")}, engine`,
    examples,
    ...(gives === "columns"
      ? {
          isTuple: true,
          results: ([type = "dynamic", ...others]: readonly TypeName[]) =>
            others.slice(before - 1).map(() => TYPES[type] ?? "dynamic"),
        }
      : {}),
    overloads: [
      {
        params,
        returns: typeOf(name, gives),
        nulls: "skips nulls",
        prepare: (site) => ranking(site, gives, isWeighted),
      },
    ],
  };
}

function typeOf(name: string, gives: Form["gives"]): AggregateOverload["returns"] {
  return ([type = "dynamic"]) => {
    const found = TYPES[type];
    if (found === undefined) return { problem: `\`${name}\` takes numbers and times, not ${type}` };
    return gives === "array" ? "dynamic" : found;
  };
}

function ranking(site: CallSite, gives: Form["gives"], isWeighted: boolean): Accumulator<unknown> {
  const type = site.types[0] ?? "dynamic";
  const wanted = wantedOf(site, isWeighted ? 2 : 1);
  const compare = comparer(type);
  const give = converter(type, gives === "array" ? "dynamic" : (TYPES[type] ?? "dynamic"));
  const folded: Accumulator<Weighted[]> = {
    start: () => [],
    add: (values, value = null, weight = null) => {
      const times = isWeighted ? Number(weight ?? 0) : 1;
      if (times > 0) values.push([value, times]);
      return values;
    },
    finish: (values) => {
      values.sort(([left], [right]) => compare(left, right));
      const found = wanted.map((percent) => give(nearestRank(values, percent)) as Dynamic);
      return gives === "value" ? (found[0] ?? null) : found;
    },
  };
  return folded as unknown as Accumulator<unknown>;
}

/** The percentages, which are constants; an array may hold several. */
function wantedOf(site: CallSite, before: number): readonly number[] {
  const numbers = site.constants.slice(before).flatMap((constant) => {
    if (constant !== undefined && isArray(constant)) return constant.map((each) => converter("dynamic", "real")(each));
    return [constant ?? null];
  });
  const known = numbers.filter((each) => typeof each === "number");
  if (known.length === 0 || known.length < numbers.length) {
    return site.refuse("unsupported", `\`${site.name}\` is evaluated for constant percentages only`);
  }
  if (known.some((each) => each < 0 || each > 100)) {
    return site.refuse("invalid", `a percentage of \`${site.name}\` lies outside of 0 to 100`);
  }
  return known;
}

/** Rounding of the product must not push an exact rank over the next value. */
const RANK_TOLERANCE = 1e-9;

function nearestRank(values: readonly Weighted[], percent: number): Value {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  const rank = (percent / 100) * total * (1 - RANK_TOLERANCE);
  let below = 0;
  for (const [value, weight] of values) {
    below += weight;
    if (below >= rank) return value;
  }
  return values.at(-1)?.[0] ?? null;
}

const four = "datatable(x:long)[10, 20, long(null), 30, 40]";
const weighted = "datatable(x:long, w:long)[10, 8, 20, 6, 30, 3, 40, 1]";

export const percentileAggregates: readonly KqlAggregate[] = [
  percentileAggregate({
    name: "percentile",
    isWeighted: false,
    gives: "value",
    examples: [
      [`${four} | summarize percentile(x, 50)`, 20],
      [`${four} | summarize percentile(x, 50.1)`, 30],
      ["datatable(x:long)[] | summarize percentile(x, 50)", null],
      ["datatable(x:timespan)[1h, 3h] | summarize percentile(x, 99)", "03:00:00"],
    ],
  }),
  percentileAggregate({
    name: "percentiles",
    isWeighted: false,
    gives: "columns",
    examples: [[`${four} | summarize percentiles(x, 5, 95) | project percentile_x_95`, 40]],
  }),
  percentileAggregate({
    name: "percentiles_array",
    isWeighted: false,
    gives: "array",
    examples: [
      [`${four} | summarize percentiles_array(x, 5, 95)`, [10, 40]],
      [`${four} | summarize percentiles_array(x, dynamic([25, 75]))`, [10, 30]],
    ],
  }),
  percentileAggregate({
    name: "percentilew",
    isWeighted: true,
    gives: "value",
    examples: [[`${weighted} | summarize percentilew(x, w, 75)`, 20]],
  }),
  percentileAggregate({
    name: "percentilesw",
    isWeighted: true,
    gives: "columns",
    examples: [[`${weighted} | summarize percentilesw(x, w, 50, 99.9) | project percentile_x_99_9`, 40]],
  }),
  percentileAggregate({
    name: "percentilesw_array",
    isWeighted: true,
    gives: "array",
    examples: [[`${weighted} | summarize percentilesw_array(x, w, 50, 75, 99.9)`, [20, 20, 40]]],
  }),
];
