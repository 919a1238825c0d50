/** Members of a series that lie far out: Tukey's fences, with scores. */

import { quantile, reals } from "../values/series";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { numbersIn, pageOf, SERIES } from "./series-parts";

export type OutlierKind = "tukey" | "ctukey";

interface Fence {
  /** Shares of the members below the range that is taken for ordinary, and below its end. */
  readonly from: number;
  readonly to: number;
  /** A range's width beyond the range counts so much. */
  readonly factor: number;
}

/**
 * The scores of `ctukey` are stretched so that 1.5 means the same as in Tukey's own test where values are normally distributed
 * (the answer to https://stackoverflow.com/questions/75264555, read 2026-11-26). The engine's factor is read from recorded results;
 * that of other percentiles is not known.
 */
const FENCES: Readonly<Record<OutlierKind, Fence>> = {
  tukey: { from: 0.25, to: 0.75, factor: 1 },
  ctukey: { from: 0.1, to: 0.9, factor: 2.772605605507915 },
};

const PERCENTILES = { min: 10, max: 90 } as const;

/** How far each lies outside the ordinary range: negative below, 0 within. */
export function outlierScores(site: CallSite, values: readonly number[], kind: OutlierKind): readonly number[] {
  const fence = Object.hasOwn(FENCES, kind) ? FENCES[kind] : undefined;
  if (!fence) return site.refuse("unsupported", `\`${site.name}\` is evaluated with tukey or ctukey only`);
  const [low, high] = [quantile(values, fence.from), quantile(values, fence.to)];
  if (low === high) {
    const percentiles = `${fence.from * 100}th and ${fence.to * 100}th percentiles`;
    return site.refuse("unsupported", `\`${site.name}\` of values whose ${percentiles} are equal is not evaluated`);
  }
  const scored = (beyond: number) => (beyond / (high - low)) * fence.factor;
  return values.map((each) => (each > high ? scored(each - high) : each < low ? scored(each - low) : 0));
}

const outliers = kqlFunction({
  name: "series_outliers",
  source: pageOf("series_outliers"),
  params: [
    SERIES,
    { name: "kind", type: "string", optional: true },
    { name: "ignored value", type: "real", optional: true },
    { name: "min percentile", type: "real", optional: true },
    { name: "max percentile", type: "real", optional: true },
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["series_outliers(dynamic([0, 1, 2, 3, 10]), 'tukey')", "dynamic([-0.5, 0.0, 0.0, 0.0, 3.5])"],
    [
      "round(toreal(series_outliers(dynamic([-3, 2.4, 15, 3.9, 5, 6, 4.5, 5.2, 3, 4, 5, 16, 7, 5, 5, 4]))[0]), 12)",
      "-1.904078548361",
    ],
  ],
  prepare:
    (site) =>
    (series, kind, ignored, min = PERCENTILES.min, max = PERCENTILES.max) => {
      if (series === null) return null;
      if ((ignored ?? null) !== null) {
        return site.refuse("unsupported", "`series_outliers` is evaluated without a value to ignore only");
      }
      if (min !== PERCENTILES.min || max !== PERCENTILES.max) {
        return site.refuse("unsupported", "`series_outliers` is evaluated with its own percentiles only");
      }
      return reals(outlierScores(site, numbersIn(site, series, 2), (kind ?? "ctukey") as OutlierKind));
    },
});

export const seriesOutlierFunctions: readonly KqlFunction[] = [outliers];
