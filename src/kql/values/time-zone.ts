/** Offsets of time zones, from the platform's own data. */

import { UNIX_EPOCH_TICKS } from "./datetime";
import { TICKS_PER_DAY, TICKS_PER_MILLISECOND } from "./timespan";

export type Offset = (utc: bigint) => bigint;

/** Time zones have no offsets of whole minutes before; no document says what the engine makes of them. */
const FIRST_TICKS = UNIX_EPOCH_TICKS;

const PARTS = ["year", "month", "day", "hour", "minute", "second"] as const;

/** The offset from UTC of a zone, in ticks, at a time; undefined for a zone that is none. */
export function offsetsOf(zone: string): Offset | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
  return (utc) => {
    const seconds = Number((utc - UNIX_EPOCH_TICKS) / TICKS_PER_MILLISECOND / 1_000n) * 1_000;
    const parts = new Map(format.formatToParts(seconds).map(({ type, value }) => [type as string, Number(value)]));
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = PARTS.map((part) => parts.get(part));
    return BigInt(Date.UTC(year, month - 1, day, hour, minute, second) - seconds) * TICKS_PER_MILLISECOND;
  };
}

export type Utc =
  | { readonly kind: "utc"; readonly ticks: bigint }
  /** Two points in time have this local time. */
  | { readonly kind: "ambiguous" };

/** A local time as UTC. One that is left out where clocks go forward is counted with the offset behind the gap, as documented. */
export function utcOfLocal(local: bigint, offset: Offset): Utc {
  const offsets = new Set([offset(local - TICKS_PER_DAY), offset(local + TICKS_PER_DAY)]);
  const found = [...offsets].map((each) => local - each).filter((utc) => utc + offset(utc) === local);
  if (found.length > 1) return { kind: "ambiguous" };
  const after = [...offsets].at(-1) ?? 0n;
  return { kind: "utc", ticks: found[0] ?? local - after };
}

/** False for times before zones are known well. */
export function isCovered(ticks: bigint): boolean {
  return ticks >= FIRST_TICKS + TICKS_PER_DAY;
}
