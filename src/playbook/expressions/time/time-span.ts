/** Durations: .NET's TimeSpan text and ISO 8601 durations as definitions write them. */

import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from "./time";

/** `[-][d.]hh:mm:ss[.fffffff]`. */
export function timeSpanText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const two = (amount: bigint) => amount.toString().padStart(2, "0");
  const days = size / TICKS_PER_DAY;
  const hours = (size % TICKS_PER_DAY) / TICKS_PER_HOUR;
  const minutes = (size % TICKS_PER_HOUR) / TICKS_PER_MINUTE;
  const seconds = (size % TICKS_PER_MINUTE) / TICKS_PER_SECOND;
  const fraction = size % TICKS_PER_SECOND;
  const clock = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  const tail = fraction === 0n ? "" : `.${fraction.toString().padStart(7, "0")}`;
  return `${ticks < 0n ? "-" : ""}${days === 0n ? "" : `${days}.`}${clock}${tail}`;
}

/** Milliseconds of an ISO 8601 duration such as `PT1H` or `P1DT30M`; a month counts 30 days, a year 365; undefined when it is none. */
export function isoDurationMilliseconds(text: string): number | undefined {
  const match =
    /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const wholeDays = (years ?? 0) * 365 + (months ?? 0) * 30 + (weeks ?? 0) * 7 + (days ?? 0);
  return (((wholeDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
