/** Functions of probability: error function, gamma, beta distribution, Welch's test. */

import {
  betaCdf,
  betaInverse,
  erf,
  erfc,
  gamma,
  logBeta,
  logGamma,
  studentTwoSided,
} from "../values/special-functions";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";
import { ofReal } from "./real";

/** No page says what becomes of numbers that are not positive. */
const ofPositive = (calculate: (value: number) => number) => (value: number, site: CallSite) =>
  value > 0
    ? calculate(value)
    : site.refuse("unsupported", `\`${site.name}\` of a number that is not positive is not evaluated`);

const PARAMETER_MAX = 10_000;
const isParameter = (value: number) => value > 0 && value <= PARAMETER_MAX;

function beta(
  name: string,
  first: string,
  call: (x: number, alpha: number, beta: number) => number | null,
  examples: readonly Example[],
): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replace("_", "-")}-function`)}, engine`,
    params: [
      { name: first, type: "real" },
      { name: "alpha", type: "real" },
      { name: "beta", type: "real" },
    ],
    returns: "real",
    nulls: "null in, null out",
    examples,
    call: (x, alpha, b) => (isParameter(alpha) && isParameter(b) ? call(x, alpha, b) : Number.NaN),
  });
}

const isProbability = (x: number) => x >= 0 && x <= 1;

const welchTest = kqlFunction({
  name: "welch_test",
  source: `${page("welch-test-function")}, engine`,
  params: [
    { name: "mean1", type: "real" },
    { name: "variance1", type: "real" },
    { name: "count1", type: "real" },
    { name: "mean2", type: "real" },
    { name: "variance2", type: "real" },
    { name: "count2", type: "real" },
  ],
  returns: "real",
  nulls: "null in, null out",
  examples: [["round(welch_test(20.82, 7.8674285714, 15, 22.986666667, 3.8126666667, 15), 4)", "0.0214"]],
  prepare: (site) => (mean1, variance1, count1, mean2, variance2, count2) => {
    const [first, second] = [variance1 / count1, variance2 / count2];
    if (!(count1 > 1 && count2 > 1 && first + second > 0)) {
      return site.refuse(
        "unsupported",
        "`welch_test` is evaluated for two samples of two values or more that vary only",
      );
    }
    const freedom = (first + second) ** 2 / (first ** 2 / (count1 - 1) + second ** 2 / (count2 - 1));
    return studentTwoSided((mean1 - mean2) / Math.sqrt(first + second), freedom);
  },
});

export const statisticsFunctions: readonly KqlFunction[] = [
  ofReal("erf", erf, [["round(erf(1), 9)", "0.842700793"]]),
  ofReal("erfc", erfc, [["round(erfc(3), 9)", "0.00002209"]]),
  ofReal("gamma", ofPositive(gamma), [["gamma(5)", "24.0"]]),
  ofReal("loggamma", ofPositive(logGamma), [["round(loggamma(5), 9)", "3.17805383"]]),
  beta("beta_cdf", "x", (x, a, b) => (isProbability(x) ? betaCdf(x, a, b) : Number.NaN), [
    ["round(beta_cdf(0.3, 10.0, 20.0), 6)", "0.364004"],
    ["isnan(beta_cdf(1.5, 10.0, 20.0))", "true"],
  ]),
  beta("beta_inv", "probability", (p, a, b) => (isProbability(p) ? betaInverse(p, a, b) : null), [
    ["round(beta_inv(0.1, 10.0, 20.0), 9)", "0.226415022"],
    ["isnull(beta_inv(1.5, 10.0, 20.0))", "true"],
    ["isnan(beta_inv(0.1, -1.0, 20.0))", "true"],
  ]),
  beta(
    "beta_pdf",
    "x",
    (x, a, b) =>
      isProbability(x) ? Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b)) : Number.NaN,
    [["round(beta_pdf(0.5, 10.0, 20.0), 9)", "0.746176019"]],
  ),
  welchTest,
];
