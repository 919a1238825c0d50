/** Lines through series. */

import { leastSquares, reals, spreadOf } from "../values/series";
import type { Column } from "../values/type-name";
import { type Dynamic, dynamicReal } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";
import { numbersIn, pageOf, SERIES } from "./series-parts";

const LINE: readonly Column[] = [
  { name: "rsquare", type: "real" },
  { name: "slope", type: "real" },
  { name: "variance", type: "real" },
  { name: "rvariance", type: "real" },
  { name: "interception", type: "real" },
  { name: "line_fit", type: "dynamic" },
];

/** Least squares over the places 1, 2, 3 ..., so that the document's interception fits; variances are those of samples. */
const fitLine = kqlFunction({
  name: "series_fit_line",
  source: pageOf("series_fit_line"),
  params: [SERIES],
  returns: "real",
  nulls: "null in, null out",
  tuple: LINE,
  examples: [
    [
      "toscalar(print y = dynamic([1, 3, 5.5, 7]) | extend (r, s, v, rv, i, f) = series_fit_line(y) | project round(s, 3))",
      "2.05",
    ],
  ],
  prepare: (site) => (series) => {
    const { rsquare, slope, variance, rvariance, interception, line } = lineThrough(site, series);
    return [rsquare, slope, variance, rvariance, interception, line];
  },
});

const fitLineDynamic = kqlFunction({
  name: "series_fit_line_dynamic",
  source: page("series-fit-line-dynamic-function"),
  params: [SERIES],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["round(toreal(series_fit_line_dynamic(dynamic([1, 3, 5.5, 7])).slope), 3)", "2.05"],
    [
      "array_sort_asc(bag_keys(series_fit_line_dynamic(dynamic([1, 3, 5.5, 7]))))",
      'dynamic(["interception", "line_fit", "rsquare", "rvariance", "slope", "variance"])',
    ],
  ],
  prepare: (site) => (series) => {
    const { line, ...numbers } = lineThrough(site, series);
    const named = Object.entries(numbers).map(([name, value]): [string, Dynamic] => [name, dynamicReal(value)]);
    return new Map<string, Dynamic>([...named, ["line_fit", line]]);
  },
});

function lineThrough(site: CallSite, series: Dynamic) {
  const values = numbersIn(site, series, 3);
  const { slope, interception, line } = leastSquares(values);
  const variance = spreadOf(values) / (values.length - 1);
  if (variance === 0) {
    return site.refuse("unsupported", `\`${site.name}\` of a series that does not vary is not evaluated`);
  }
  const rvariance = spreadOf(values.map((each, at) => each - (line[at] ?? 0))) / (values.length - 1);
  return { rsquare: 1 - rvariance / variance, slope, variance, rvariance, interception, line: reals(line) };
}

export const seriesFitFunctions: readonly KqlFunction[] = [fitLine, fitLineDynamic];
