/** Series functions that sum up and filter: statistics, products, filters. */

import { numberOf, reals, spreadOf, sumOf } from "../values/series";
import type { Column } from "../values/type-name";
import { type Dynamic, dynamicReal, isArray, type Value } from "../values/value";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";
import { numbersIn, pageOf, SERIES } from "./series-parts";

function total(name: string, calculate: (numbers: readonly number[]) => number, example: Example): KqlFunction {
  return kqlFunction({
    name,
    source: pageOf(name),
    params: [SERIES],
    returns: "real",
    nulls: "null in, null out",
    examples: [example],
    prepare: (site) => (series) => calculate(numbersIn(site, series)),
  });
}

/** As long as the shorter series; members that are no numbers are passed over. A number stands for a series of it. */
function products(first: Dynamic, second: Dynamic): readonly number[] {
  const lengths = [first, second].flatMap((each) => (isArray(each) ? [each.length] : []));
  const member = (from: Dynamic, at: number) => numberOf(isArray(from) ? (from[at] ?? null) : from);
  return Array.from(
    { length: Math.min(...lengths) },
    (_, at) => [member(first, at), member(second, at)] as const,
  ).flatMap(([left, right]) => (left === undefined || right === undefined ? [] : [left * right]));
}

const dotProduct = kqlFunction({
  name: "series_dot_product",
  source: page("series-dot-product-function"),
  params: [
    { name: "left", type: "dynamic" },
    { name: "right", type: "dynamic" },
  ],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["series_dot_product(dynamic([1, 2, 4]), dynamic([4, 2, 1]))", "12.0"],
    ["series_dot_product(dynamic([1, 2, 4]), 2)", "14.0"],
    ["isnull(series_dot_product(dynamic([1]), dynamic([])))", "true"],
  ],
  prepare: (site) => (left, right) => {
    if (!isArray(left) && !isArray(right))
      return site.refuse("unsupported", "`series_dot_product` of no series is not evaluated");
    if ([left, right].some((each) => isArray(each) && each.length === 0)) return null;
    return sumOf(products(left, right));
  },
});

function ofTwo(
  name: string,
  calculate: (left: readonly number[], right: readonly number[]) => number,
  example: Example,
): KqlFunction {
  return kqlFunction({
    name,
    source: pageOf(name),
    params: [
      { name: "left", type: "dynamic" },
      { name: "right", type: "dynamic" },
    ],
    returns: "real",
    nulls: "null in, null out",
    examples: [example],
    prepare: (site) => (left, right) => {
      const [first, second] = [numbersIn(site, left), numbersIn(site, right)];
      const result = first.length === second.length ? calculate(first, second) : Number.NaN;
      if (Number.isFinite(result)) return result;
      return site.refuse("unsupported", `\`${name}\` is evaluated for two series of one length that vary only`);
    },
  });
}

const magnitude = (numbers: readonly number[]) => Math.sqrt(sumOf(numbers.map((each) => each * each)));

function pearson(left: readonly number[], right: readonly number[]): number {
  const [meanLeft, meanRight] = [sumOf(left) / left.length, sumOf(right) / right.length];
  const common = sumOf(left.map((each, at) => (each - meanLeft) * ((right[at] ?? 0) - meanRight)));
  return common / Math.sqrt(spreadOf(left) * spreadOf(right));
}

interface Statistics {
  readonly min: number;
  readonly min_idx: number;
  readonly max: number;
  readonly max_idx: number;
  readonly avg: number;
  readonly stdev: number;
  readonly variance: number;
  readonly sum: number;
  readonly len: number;
}

/** Undefined where a member is no finite number and such members are not ignored. Places are those in the whole array. */
function statisticsOf(site: CallSite, series: Dynamic, isIgnoring: Value | undefined): Statistics | undefined {
  if (!isArray(series)) return site.refuse("unsupported", `\`${site.name}\` is evaluated for arrays only`);
  const all = series.map(numberOf);
  const finite = all.filter((each): each is number => each !== undefined && Number.isFinite(each));
  if (finite.length < all.length && isIgnoring !== true) return undefined;
  if (finite.length < 2)
    return site.refuse("unsupported", `\`${site.name}\` is evaluated for two or more numbers only`);
  const [min, max, sum] = [Math.min(...finite), Math.max(...finite), sumOf(finite)];
  const variance = spreadOf(finite) / (finite.length - 1);
  return {
    min,
    min_idx: all.indexOf(min),
    max,
    max_idx: all.indexOf(max),
    avg: sum / finite.length,
    stdev: Math.sqrt(variance),
    variance,
    sum,
    len: finite.length,
  };
}

const STATISTICS: readonly (Column & { readonly name: Exclude<keyof Statistics, "sum" | "len"> })[] = [
  { name: "min", type: "real" },
  { name: "min_idx", type: "long" },
  { name: "max", type: "real" },
  { name: "max_idx", type: "long" },
  { name: "avg", type: "real" },
  { name: "stdev", type: "real" },
  { name: "variance", type: "real" },
];

const IGNORING = { name: "ignore nonfinite", type: "bool", optional: true } as const;

const stats = kqlFunction({
  name: "series_stats",
  source: pageOf("series_stats"),
  params: [SERIES, IGNORING],
  returns: "real",
  nulls: "sees nulls",
  tuple: STATISTICS,
  examples: [["toscalar(print x = dynamic([23, 46, 3]) | extend (a, b, c) = series_stats(x) | project c)", "46.0"]],
  prepare: (site) => (series, isIgnoring) => {
    const found = series === null ? undefined : statisticsOf(site, series, isIgnoring);
    return STATISTICS.map(({ name }) => found?.[name] ?? null);
  },
});

const statsDynamic = kqlFunction({
  name: "series_stats_dynamic",
  source: page("series-stats-dynamic-function"),
  params: [SERIES, IGNORING],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [
      "series_stats_dynamic(dynamic([2, 4, 9]))",
      `dynamic({"min": 2.0, "min_idx": 0, "max": 9.0, "max_idx": 2, "avg": 5.0, "stdev": 3.605551275463989, "variance": 13.0, "sum": 15.0, "len": 3})`,
    ],
    ["isnull(series_stats_dynamic(dynamic([2, null, 9])))", "true"],
  ],
  prepare: (site) => (series, isIgnoring) => {
    const found = statisticsOf(site, series, isIgnoring);
    if (!found) return null;
    const isCount = (name: string) => name.endsWith("_idx") || name === "len";
    return new Map(Object.entries(found).map(([name, value]) => [name, isCount(name) ? value : dynamicReal(value)]));
  },
});

/** Each member becomes a weighted sum of itself and those before it; before the beginning all is 0. */
const fir = kqlFunction({
  name: "series_fir",
  source: pageOf("series_fir"),
  params: [
    SERIES,
    { name: "filter", type: "dynamic" },
    { name: "normalize", type: "bool", optional: true },
    { name: "center", type: "bool", optional: true },
  ],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["series_fir(dynamic([5, 15, 10, 20]), dynamic([1, -1]), false, false)", "dynamic([5.0, 10.0, -5.0, 10.0])"],
    ["series_fir(dynamic([0, 3, 6, 9]), dynamic([1, 1, 1]), true, true)", "dynamic([1.0, 3.0, 6.0, 5.0])"],
    ["isnull(series_fir(dynamic([0, 3]), dynamic([1, -1]), true))", "true"],
  ],
  prepare:
    (site) =>
    (series, filter, normalize, center = false) => {
      const [values, weights] = [numbersIn(site, series), numbersIn(site, filter)];
      const hasNegative = weights.some((each) => each < 0);
      if (hasNegative && normalize === true) return null;
      if (center && weights.length % 2 === 0) {
        return site.refuse("unsupported", "`series_fir` is evaluated centered for filters of an odd length only");
      }
      const divisor = (normalize ?? !hasNegative) ? sumOf(weights) : 1;
      const shift = center ? (weights.length - 1) / 2 : 0;
      return reals(
        values.map((_, at) => sumOf(weights.map((weight, k) => weight * (values[at + shift - k] ?? 0))) / divisor),
      );
    },
});

const iir = kqlFunction({
  name: "series_iir",
  source: pageOf("series_iir"),
  params: [SERIES, { name: "numerators", type: "dynamic" }, { name: "denominators", type: "dynamic" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [["series_iir(dynamic([1, 2, 3]), dynamic([1]), dynamic([1, -1]))", "dynamic([1.0, 3.0, 6.0])"]],
  prepare: (site) => (series, numerators, denominators) => {
    const [values, b, a] = [numbersIn(site, series), numbersIn(site, numerators), numbersIn(site, denominators)];
    const [first = 0, ...rest] = a;
    if (first === 0) return site.refuse("unsupported", "`series_iir` with a first denominator of 0 is not evaluated");
    const made: number[] = [];
    for (const at of values.keys()) {
      const forward = sumOf(b.map((weight, k) => weight * (values[at - k] ?? 0)));
      const back = sumOf(rest.map((weight, k) => weight * (made[at - 1 - k] ?? 0)));
      made.push((forward - back) / first);
    }
    return reals(made);
  },
});

export const seriesStatisticsFunctions: readonly KqlFunction[] = [
  total("series_sum", sumOf, ["series_sum(dynamic([1, 2, 3, 4]))", "10.0"]),
  total("series_product", (numbers) => numbers.reduce((product, each) => product * each, 1), [
    "series_product(dynamic([1, 2, 3, 4]))",
    "24.0",
  ]),
  total("series_magnitude", magnitude, ["series_magnitude(dynamic([3, 4]))", "5.0"]),
  dotProduct,
  ofTwo("series_pearson_correlation", pearson, [
    "round(series_pearson_correlation(dynamic([1, 2, 3]), dynamic([2, 4, 7])), 6)",
    "0.993399",
  ]),
  ofTwo(
    "series_cosine_similarity",
    (left, right) => sumOf(products(left, right)) / (magnitude(left) * magnitude(right)),
    ["series_cosine_similarity(dynamic([3, 4]), dynamic([6, 8]))", "1.0"],
  ),
  stats,
  statsDynamic,
  fir,
  iir,
];
