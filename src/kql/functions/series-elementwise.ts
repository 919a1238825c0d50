/** Series functions that work member by member: arithmetic, comparison, functions of one number. */

import { converter } from "../values/convert";
import { isLong, numberOf } from "../values/series";
import { type Dynamic, dynamicReal, isArray, type Value } from "../values/value";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

const BOTH = [
  { name: "left", type: "any" },
  { name: "right", type: "any" },
] as const;

const pageOf = (name: string) => `${page(`${name.replaceAll("_", "-")}-function`)}, engine`;

/** A number stands for a series of that number. */
function operands(site: CallSite): (value: Value, at: number) => readonly Dynamic[] | Dynamic {
  const wraps = site.types.map((type) => converter(type, "dynamic"));
  return (value, at) => (isArray(value) ? value : ((wraps[at]?.(value) ?? null) as Dynamic));
}

function pairwise(
  name: string,
  combine: (left: number, right: number, areLongs: boolean) => Dynamic,
  examples: readonly Example[],
): KqlFunction {
  return kqlFunction({
    name,
    source: pageOf(name),
    params: BOTH,
    returns: "dynamic",
    nulls: "null in, null out",
    examples,
    prepare: (site) => {
      const read = operands(site);
      const member = (from: readonly Dynamic[] | Dynamic, at: number) => (isArray(from) ? (from[at] ?? null) : from);
      return (first, second) => {
        const [left, right] = [read(first, 0), read(second, 1)];
        const lengths = [left, right].flatMap((each) => (isArray(each) ? [each.length] : []));
        if (lengths.length === 0) return site.refuse("unsupported", `\`${name}\` of no series is not evaluated`);
        return Array.from({ length: Math.max(...lengths) }, (_, at): Dynamic => {
          const pair = [member(left, at), member(right, at)] as const;
          const [one, two] = [numberOf(pair[0]), numberOf(pair[1])];
          return one === undefined || two === undefined ? null : combine(one, two, pair.every(isLong));
        });
      };
    },
  });
}

/** Of two longs a long, unless it leaves the numbers that a real holds exactly. */
const numeric =
  (calculate: (left: number, right: number) => number) => (left: number, right: number, areLongs: boolean) => {
    const result = calculate(left, right);
    return areLongs && Number.isSafeInteger(result) ? result + 0 : dynamicReal(result);
  };

const real = (calculate: (left: number, right: number) => number) => (left: number, right: number) =>
  dynamicReal(calculate(left, right));

function single(name: string, calculate: (value: number) => number, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: pageOf(name),
    params: [{ name: "series", type: "dynamic" }],
    returns: "dynamic",
    nulls: "null in, null out",
    examples,
    prepare: (site) => (series) => {
      if (!isArray(series)) return site.refuse("unsupported", `\`${name}\` is evaluated for arrays only`);
      return series.map((each): Dynamic => {
        const value = numberOf(each);
        return value === undefined ? null : dynamicReal(calculate(value));
      });
    },
  });
}

/** Longs stay longs. */
const abs = kqlFunction({
  name: "series_abs",
  source: page("series-abs-function"),
  params: [{ name: "series", type: "dynamic" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [["series_abs(dynamic([-6.5, 0, 8.2]))", "dynamic([6.5, 0, 8.2])"]],
  prepare: (site) => (series) => {
    if (!isArray(series)) return site.refuse("unsupported", "`series_abs` is evaluated for arrays only");
    return series.map((each): Dynamic => {
      const value = numberOf(each);
      if (value === undefined) return null;
      return isLong(each) ? Math.abs(value) : dynamicReal(Math.abs(value));
    });
  },
});

const COUPLE = "dynamic([1, 2, 4]), dynamic([4, 2, 1])";

export const seriesElementwiseFunctions: readonly KqlFunction[] = [
  pairwise(
    "series_add",
    numeric((left, right) => left + right),
    [[`series_add(${COUPLE})`, "dynamic([5, 4, 5])"]],
  ),
  pairwise(
    "series_subtract",
    numeric((left, right) => left - right),
    [
      [`series_subtract(${COUPLE})`, "dynamic([-3, 0, 3])"],
      ["series_subtract(dynamic([1, 'a', 3]), dynamic([1, 1]))", "dynamic([0, null, null])"],
    ],
  ),
  pairwise(
    "series_multiply",
    numeric((left, right) => left * right),
    [
      [`series_multiply(${COUPLE})`, "dynamic([4, 4, 4])"],
      ["series_multiply(dynamic([1, 2]), 10)", "dynamic([10, 20])"],
    ],
  ),
  pairwise(
    "series_divide",
    real((left, right) => left / right),
    [[`series_divide(${COUPLE})`, "dynamic([0.25, 1.0, 4.0])"]],
  ),
  pairwise(
    "series_pow",
    real((left, right) => left ** right),
    [["series_pow(dynamic([1, 2, 4]), dynamic([1, 3, 0.5]))", "dynamic([1.0, 8.0, 2.0])"]],
  ),
  pairwise("series_greater", (left, right) => left > right, [
    [`series_greater(${COUPLE})`, "dynamic([false, false, true])"],
  ]),
  pairwise("series_greater_equals", (left, right) => left >= right, [
    [`series_greater_equals(${COUPLE})`, "dynamic([false, true, true])"],
  ]),
  pairwise("series_less", (left, right) => left < right, [[`series_less(${COUPLE})`, "dynamic([true, false, false])"]]),
  pairwise("series_less_equals", (left, right) => left <= right, [
    [`series_less_equals(${COUPLE})`, "dynamic([true, true, false])"],
  ]),
  pairwise("series_equals", (left, right) => left === right, [
    [`series_equals(${COUPLE})`, "dynamic([false, true, false])"],
  ]),
  pairwise("series_not_equals", (left, right) => left !== right, [
    [`series_not_equals(${COUPLE})`, "dynamic([true, false, true])"],
  ]),
  abs,
  single("series_exp", Math.exp, [["series_exp(dynamic([0]))", "dynamic([1.0])"]]),
  single("series_sign", Math.sign, [["series_sign(dynamic([-6, 0, null, 8]))", "dynamic([-1.0, 0.0, null, 1.0])"]]),
  single("series_sin", Math.sin, [["series_sin(dynamic([0]))", "dynamic([0.0])"]]),
  single("series_cos", Math.cos, [["series_cos(dynamic([0]))", "dynamic([1.0])"]]),
  single("series_tan", Math.tan, [["series_tan(dynamic([0]))", "dynamic([0.0])"]]),
  single("series_asin", Math.asin, [["series_asin(dynamic([0]))", "dynamic([0.0])"]]),
  single("series_acos", Math.acos, [["series_acos(dynamic([1]))", "dynamic([0.0])"]]),
  single("series_atan", Math.atan, [["series_atan(dynamic([0]))", "dynamic([0.0])"]]),
  single("series_log", Math.log, [["series_log(dynamic([1]))", "dynamic([0.0])"]]),
  single("series_floor", Math.floor, [["series_floor(dynamic([-1.5, 1.5]))", "dynamic([-2.0, 1.0])"]]),
  single("series_ceiling", (value) => Math.ceil(value) + 0, [
    ["series_ceiling(dynamic([-1.5, 1.5]))", "dynamic([-1.0, 2.0])"],
  ]),
];
