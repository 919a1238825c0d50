/** What functions of series share. */

import { numbersOf } from "../values/series";
import { type Dynamic, isArray } from "../values/value";
import { type CallSite, page } from "./definition";

export const SERIES = { name: "series", type: "dynamic" } as const;

export const pageOf = (name: string) => `${page(`${name.replaceAll("_", "-")}-function`)}, engine`;

/** The numbers of a series; refused when it has other members or too few. */
export function numbersIn(site: CallSite, series: Dynamic, least = 1): readonly number[] {
  const numbers = isArray(series) ? numbersOf(series) : undefined;
  if (numbers && numbers.length >= least) return numbers;
  return site.refuse("unsupported", `\`${site.name}\` is evaluated for arrays of ${least} or more numbers only`);
}
