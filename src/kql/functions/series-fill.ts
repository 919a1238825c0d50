/** Series functions that fill in missing values. */

import { converter } from "../values/convert";
import { keyOf } from "../values/order";
import { isLong, numberOf } from "../values/series";
import { type Dynamic, dynamicReal, isArray, type Value } from "../values/value";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

const SERIES = { name: "series", type: "dynamic" } as const;
const PLACEHOLDER = { name: "missing", type: "any", optional: true } as const;

const wrapAt = (site: CallSite, at: number) => {
  const wrap = converter(site.types[at] ?? "dynamic", "dynamic");
  return (value: Value) => wrap(value) as Dynamic;
};

/** What stands for a missing value: null, or the number that is given. */
function missing(site: CallSite, at: number): (placeholder: Value | undefined) => (member: Dynamic) => boolean {
  const wrap = wrapAt(site, at);
  return (placeholder = null) => {
    const wanted = wrap(placeholder);
    if (wanted === null) return (member) => member === null;
    const number = numberOf(wanted);
    if (number !== undefined) return (member) => numberOf(member) === number;
    return (member) => keyOf(member, "dynamic") === keyOf(wanted, "dynamic");
  };
}

function arrayOf(site: CallSite, series: Dynamic): readonly Dynamic[] {
  return isArray(series) ? series : site.refuse("unsupported", `\`${site.name}\` is evaluated for arrays only`);
}

function fill(name: string, isBackward: boolean, example: Example): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [SERIES, PLACEHOLDER],
    returns: "dynamic",
    nulls: "sees nulls",
    examples: [example],
    prepare: (site) => {
      const missingBy = missing(site, 1);
      return (series, placeholder) => {
        if (series === null) return null;
        const isMissing = missingBy(placeholder);
        const array = arrayOf(site, series);
        const inOrder = isBackward ? array.toReversed() : array;
        let last: Dynamic | undefined;
        const filled = inOrder.map((each): Dynamic => {
          if (!isMissing(each)) last = each;
          return isMissing(each) ? (last ?? each) : each;
        });
        return isBackward ? filled.reverse() : filled;
      };
    },
  });
}

/** The constant takes the type of the other members. */
const fillConst = kqlFunction({
  name: "series_fill_const",
  source: `${page("series-fill-const-function")}, engine`,
  params: [SERIES, { name: "constant", type: "any" }, PLACEHOLDER],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["series_fill_const(dynamic([111, null, 36]), 0.0)", "dynamic([111, 0, 36])"],
    ["series_fill_const(dynamic([111, 36, 41]), -1, 36)", "dynamic([111, -1, 41])"],
  ],
  prepare: (site) => {
    const [missingBy, wrap] = [missing(site, 2), wrapAt(site, 1)];
    return (series, constant, placeholder) => {
      if (series === null) return null;
      const array = arrayOf(site, series);
      const isMissing = missingBy(placeholder);
      const others = array.filter((each) => !isMissing(each));
      const filler = alike(wrap(constant), others);
      return array.map((each) => (isMissing(each) ? filler : each));
    };
  },
});

/** A number as a long among longs, as a real otherwise. */
function alike(value: Dynamic, others: readonly Dynamic[]): Dynamic {
  const number = numberOf(value);
  if (number === undefined || others.length === 0) return value;
  if (others.every(isLong)) return Number.isInteger(number) ? number + 0 : value;
  return dynamicReal(number);
}

/** Between two known members in a straight line, cut to longs among longs; at the ends the nearest; of none the constant. */
const fillLinear = kqlFunction({
  name: "series_fill_linear",
  source: `${page("series-fill-linear-function")}, engine`,
  params: [
    SERIES,
    PLACEHOLDER,
    { name: "edges", type: "bool", optional: true },
    { name: "constant", type: "any", optional: true },
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [
      "series_fill_linear(dynamic([null, 111.0, null, 36.0, null, null, 16.5, null]))",
      "dynamic([111.0, 111.0, 73.5, 36.0, 29.5, 23.0, 16.5, 16.5])",
    ],
    ["series_fill_linear(dynamic([null, 111, null, 36]), real(null), false)", "dynamic([null, 111, 73, 36])"],
    ["series_fill_linear(dynamic([null, null]))", "dynamic([0.0, 0.0])"],
    ["series_fill_linear(dynamic([null, null]), real(null), true, 3.5)", "dynamic([3.5, 3.5])"],
  ],
  prepare: (site) => {
    const [missingBy, wrap] = [missing(site, 1), wrapAt(site, 3)];
    return (series, placeholder, edges = true, constant = 0) => {
      if (series === null) return null;
      const array = arrayOf(site, series);
      const isMissing = missingBy(placeholder);
      const known = array.flatMap((each, at) => (isMissing(each) ? [] : [at]));
      if (known.length === 0) {
        const number = constant === null ? undefined : numberOf(wrap(constant));
        return array.map((each) => (number === undefined ? each : dynamicReal(number)));
      }
      if (known.some((at) => numberOf(array[at] ?? null) === undefined)) {
        return site.refuse("unsupported", "`series_fill_linear` is evaluated for numbers only");
      }
      return interpolated(array, known, edges !== false);
    };
  },
});

function interpolated(array: readonly Dynamic[], known: readonly number[], hasEdges: boolean): readonly Dynamic[] {
  const valueAt = (at: number) => numberOf(array[at] ?? null) ?? 0;
  const areLongs = known.every((at) => isLong(array[at] ?? null));
  let next = 0;
  return array.map((each, at): Dynamic => {
    while ((known[next] ?? Number.POSITIVE_INFINITY) < at) next++;
    const [before, after] = [known[next - 1], known[next]];
    if (after === at) return each;
    if (before === undefined || after === undefined) {
      return hasEdges ? (array[before ?? after ?? at] ?? null) : each;
    }
    const slope = (valueAt(after) - valueAt(before)) / (after - before);
    const value = valueAt(before) + slope * (at - before);
    return areLongs ? Math.trunc(value) + 0 : dynamicReal(value);
  });
}

export const seriesFillFunctions: readonly KqlFunction[] = [
  fill("series_fill_forward", false, [
    "series_fill_forward(dynamic([null, 36, null, null, 16]))",
    "dynamic([null, 36, 36, 36, 16])",
  ]),
  fill("series_fill_backward", true, [
    "series_fill_backward(dynamic([111, null, 36, null]))",
    "dynamic([111, 36, 36, null])",
  ]),
  fillConst,
  fillLinear,
];
