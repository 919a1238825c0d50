/** Timespans: ticks of 100 ns as bigint; reading and printing them. */

export const TICKS_PER_MILLISECOND = 10_000n;
export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_MINUTE = 600_000_000n;
export const TICKS_PER_HOUR = 36_000_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;

/** Longest and shortest timespan: 64-bit ticks. */
export const TIMESPAN_MAX = 2n ** 63n - 1n;
export const TIMESPAN_MIN = -(2n ** 63n);

/** Suffixes of timespan literals. Source: https://learn.microsoft.com/kusto/query/scalar-data-types/timespan, read 2026-11-25. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["tick", 1n],
  ["ticks", 1n],
  ["microsecond", 10n],
  ["microseconds", 10n],
  ["micro", 10n],
  ["micros", 10n],
  ["us", 10n],
  ["ms", TICKS_PER_MILLISECOND],
  ["milli", TICKS_PER_MILLISECOND],
  ["millis", TICKS_PER_MILLISECOND],
  ["millisecond", TICKS_PER_MILLISECOND],
  ["milliseconds", TICKS_PER_MILLISECOND],
  ["s", TICKS_PER_SECOND],
  ["sec", TICKS_PER_SECOND],
  ["second", TICKS_PER_SECOND],
  ["seconds", TICKS_PER_SECOND],
  ["m", TICKS_PER_MINUTE],
  ["min", TICKS_PER_MINUTE],
  ["minute", TICKS_PER_MINUTE],
  ["minutes", TICKS_PER_MINUTE],
  ["h", TICKS_PER_HOUR],
  ["hr", TICKS_PER_HOUR],
  ["hrs", TICKS_PER_HOUR],
  ["hour", TICKS_PER_HOUR],
  ["hours", TICKS_PER_HOUR],
  ["d", TICKS_PER_DAY],
  ["day", TICKS_PER_DAY],
  ["days", TICKS_PER_DAY],
]);

/** `1.5h`, `3 days`, `[-][d.]hh:mm[:ss[.fffffff]]` or a bare number of days; null when it is none of these. */
export function timespanOfText(text: string): bigint | null {
  const trimmed = text.trim();
  const short = /^([+-]?\d*\.?\d+)\s*([a-z]+)$/i.exec(trimmed);
  if (short) {
    const unit = UNITS.get((short[2] ?? "").toLowerCase());
    return unit === undefined ? null : inRange(timesText(unit, short[1] ?? ""));
  }
  if (/^[+-]?\d+$/.test(trimmed)) return inRange(BigInt(trimmed) * TICKS_PER_DAY);
  return clockText(trimmed);
}

/** `hh:mm:ss.fffffff` with days before when there are any, as the engine prints a timespan. */
export function timespanText(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const days = size / TICKS_PER_DAY;
  const rest = size % TICKS_PER_DAY;
  const pad = (value: bigint) => String(value).padStart(2, "0");
  const clock = [rest / TICKS_PER_HOUR, (rest / TICKS_PER_MINUTE) % 60n, (rest / TICKS_PER_SECOND) % 60n].map(pad);
  const fraction = rest % TICKS_PER_SECOND;
  return `${ticks < 0n ? "-" : ""}${days > 0n ? `${days}.` : ""}${clock.join(":")}${
    fraction > 0n ? `.${String(fraction).padStart(7, "0")}` : ""
  }`;
}

function clockText(text: string): bigint | null {
  const match =
    /^([+-]?)(?:(\d{1,8})(?:\.|:(?=\d{1,2}:\d{1,2}:)))?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7})\d*)?)?$/.exec(
      text,
    );
  if (!match) return null;
  const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ticks =
    BigInt(days) * TICKS_PER_DAY +
    BigInt(hours) * TICKS_PER_HOUR +
    BigInt(minutes) * TICKS_PER_MINUTE +
    BigInt(seconds) * TICKS_PER_SECOND +
    BigInt(fraction.padEnd(7, "0"));
  return inRange(sign === "-" ? -ticks : ticks);
}

/** A unit times a decimal number, exact while the number has few digits. */
function timesText(unit: bigint, factor: string): bigint {
  const [whole = "0", fraction = ""] = factor.replace(/^[+-]/, "").split(".");
  const scale = 10n ** BigInt(fraction.length);
  const ticks = (BigInt(`${whole}${fraction}` || "0") * unit) / scale;
  return factor.startsWith("-") ? -ticks : ticks;
}

function inRange(ticks: bigint): bigint | null {
  return ticks >= TIMESPAN_MIN && ticks <= TIMESPAN_MAX ? ticks : null;
}

/** A whole number of ticks from a real one; null when it does not fit. */
export function timespanOfReal(ticks: number): bigint | null {
  return Number.isFinite(ticks) ? inRange(BigInt(Math.trunc(ticks))) : null;
}
