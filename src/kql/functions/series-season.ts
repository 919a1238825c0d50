/** Seasons of series: what repeats in each period, the trend beneath, and what neither explains. */

import type { Evaluate } from "../execute/run";
import { leastSquares, quantile, reals, sumOf } from "../values/series";
import type { Column } from "../values/type-name";
import type { Value } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { type OutlierKind, outlierScores } from "./series-outliers";
import { numbersIn, pageOf, SERIES } from "./series-parts";

const SEASONALITY = { name: "seasonality", type: "long", optional: true } as const;
const TREND = { name: "trend", type: "string", optional: true } as const;
const TEST_POINTS = { name: "test points", type: "long", optional: true } as const;
const SEASONALITY_THRESHOLD = { name: "seasonality threshold", type: "real", optional: true } as const;

/** Least length of a period that the engine looks for. Source: https://learn.microsoft.com/kusto/query/series-periods-detect-function, read 2026-11-26. */
const PERIOD_MIN = 4;

const seasonal = kqlFunction({
  name: "series_seasonal",
  source: pageOf("series_seasonal"),
  params: [SERIES, { name: "period", type: "long", optional: true }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [
      "series_seasonal(dynamic([1, 3, 5, 1, 3, 5, 2, 4, 6]), 3)",
      "dynamic([1.0, 3.0, 5.0, 1.0, 3.0, 5.0, 1.0, 3.0, 5.0])",
    ],
    ["series_seasonal(dynamic([1, 3, 2, 4]), 2)", "dynamic([1.5, 3.5, 1.5, 3.5])"],
  ],
  compile: asked((site, [series, period], found) => {
    if (series === null) return null;
    const values = numbersIn(site, series ?? null);
    const length = periodOf(site, { values, asked: period, found });
    // What the engine gives where it finds none, the page does not say.
    if (length === 0) return site.refuse("unsupported", "`series_seasonal` without a period is not evaluated");
    return reals(seasonOf(values, length));
  }),
});

interface Decomposition {
  readonly baseline: readonly number[];
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  readonly residual: readonly number[];
}

const decompose = kqlFunction({
  name: "series_decompose",
  source: pageOf("series_decompose"),
  params: [SERIES, SEASONALITY, TREND, TEST_POINTS, SEASONALITY_THRESHOLD],
  returns: "dynamic",
  nulls: "sees nulls",
  tuple: ["baseline", "seasonal", "trend", "residual"].map(ofDynamic),
  examples: [
    [
      "toscalar(print y = dynamic([1, 3, 5, 4, 3, 5, 1, 3, 5]) | extend (b, s, t, r) = series_decompose(y, 3) | project s)",
      "dynamic([1.0, 3.0, 5.0, 1.0, 3.0, 5.0, 1.0, 3.0, 5.0])",
    ],
    [
      "toscalar(print y = dynamic([1, 3, 5, 4, 3, 5, 1, 3, 8]) | extend (b, s, t, r) = series_decompose(y, 3, 'none') | project r)",
      "dynamic([0.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 3.0])",
    ],
  ],
  compile: asked((site, [series, seasonality, trend, testPoints], found) => {
    const parts = decomposed(site, { series, seasonality, trend, testPoints }, found);
    return parts && [parts.baseline, parts.seasonal, parts.trend, parts.residual].map(reals);
  }),
});

const THRESHOLD = 1.5;

const decomposeAnomalies = kqlFunction({
  name: "series_decompose_anomalies",
  source: pageOf("series_decompose_anomalies"),
  params: [
    SERIES,
    { name: "threshold", type: "real", optional: true },
    SEASONALITY,
    TREND,
    TEST_POINTS,
    { name: "method", type: "string", optional: true },
    SEASONALITY_THRESHOLD,
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  tuple: ["ad_flag", "ad_score", "baseline"].map(ofDynamic),
  examples: [
    [
      "toscalar(print y = dynamic([1, 2, 1, 3, 2, 1, 90, 2, 1, 3, 1]) | extend (f, s, b) = series_decompose_anomalies(y, 1.5, 0) | project f)",
      "dynamic([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])",
    ],
  ],
  compile: asked((site, [series, threshold, seasonality, trend, testPoints, method], found) => {
    const parts = decomposed(site, { series, seasonality, trend, testPoints }, found);
    if (!parts) return null;
    const scores = outlierScores(site, parts.residual, (method ?? "ctukey") as OutlierKind);
    const limit = Number(threshold ?? THRESHOLD);
    const flags = scores.map((score) => (score > limit ? 1 : score < -limit ? -1 : 0));
    return [flags, reals(scores), reals(parts.baseline)];
  }),
});

interface Asked {
  readonly series: Value | undefined;
  readonly seasonality: Value | undefined;
  readonly trend: Value | undefined;
  readonly testPoints: Value | undefined;
}

/** First what repeats, then the trend of what is left; undefined of null. Recorded results agree to the last digit. */
function decomposed(
  site: CallSite,
  { series, seasonality, trend, testPoints }: Asked,
  found: number | undefined,
): Decomposition | null {
  if (series === null || series === undefined) return null;
  if (Number(testPoints ?? 0) !== 0) {
    return site.refuse("unsupported", `\`${site.name}\` is evaluated without test points only`);
  }
  const values = numbersIn(site, series, 2);
  const length = periodOf(site, { values, asked: seasonality, found });
  const repeated = length === 0 ? values.map(() => 0) : seasonOf(values, length);
  const trended = trendOf(
    site,
    String(trend ?? "avg"),
    values.map((each, at) => each - (repeated[at] ?? 0)),
  );
  const baseline = repeated.map((each, at) => each + (trended[at] ?? 0));
  const residual = values.map((each, at) => each - (baseline[at] ?? 0));
  return { baseline, seasonal: repeated, trend: trended, residual };
}

/** The median of all members at one place of the period. */
function seasonOf(values: readonly number[], period: number): readonly number[] {
  const medians = Array.from({ length: Math.min(period, values.length) }, (_, phase) =>
    quantile(
      values.filter((__, at) => at % period === phase),
      0.5,
    ),
  );
  return values.map((_, at) => medians[at % period] ?? 0);
}

function trendOf(site: CallSite, trend: string, values: readonly number[]): readonly number[] {
  switch (trend) {
    case "avg": {
      const mean = sumOf(values) / values.length;
      return values.map(() => mean);
    }
    case "linefit":
      return leastSquares(values).line;
    case "none":
      return values.map(() => 0);
    default:
      return site.refuse("unsupported", `\`${site.name}\` is evaluated for a trend of avg, linefit or none only`);
  }
}

interface Period {
  readonly values: readonly number[];
  /** What the query says: -1, and so nothing, leaves it to the engine to find a period. */
  readonly asked: Value | undefined;
  /** What the asker says that the engine finds; 0 for none. */
  readonly found: number | undefined;
}

/** Members of a period; 0 for none. How the engine finds one, no page says in full. */
function periodOf(site: CallSite, { values, asked: written, found }: Period): number {
  const period = Number(written ?? -1);
  if (period >= 0) return period;
  const longest = Math.floor(values.length / 2);
  if (longest < PERIOD_MIN) return 0;
  if (found === undefined) {
    return site.refuse(
      "unsupported",
      `\`${site.name}\` looks for a period by itself: it is evaluated where \`seasonality\` says which one it finds`,
    );
  }
  if (found === 0 || (found >= PERIOD_MIN && found <= longest)) return found;
  return site.refuse(
    "unsupported",
    `in a series of ${values.length} \`${site.name}\` finds periods of ${PERIOD_MIN} to ${longest}, not the ${found} of \`seasonality\``,
  );
}

type Calculate = (site: CallSite, args: readonly (Value | undefined)[], found: number | undefined) => Value;

/** A function that may need to be told the period that the engine finds. */
function asked(calculate: Calculate): (args: readonly Evaluate[], site: CallSite) => Evaluate {
  return (args, site) => (row, run) =>
    calculate(
      site,
      args.map((arg) => arg(row, run)),
      run.world.seasonality,
    );
}

function ofDynamic(name: string): Column {
  return { name, type: "dynamic" };
}

export const seriesSeasonFunctions: readonly KqlFunction[] = [seasonal, decompose, decomposeAnomalies];
