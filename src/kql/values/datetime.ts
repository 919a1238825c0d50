/** Datetimes: ticks of 100 ns since 0001-01-01 UTC as bigint; calendar parts, reading and printing. */

import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from "./timespan";

/** 9999-12-31 23:59:59.9999999. */
export const DATETIME_MAX = 3_155_378_975_999_999_999n;
export const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;

/** Parts of a point in time, in UTC. */
export interface Calendar {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** Ticks since midnight. */
  readonly time: bigint;
}

/** Null outside of years 1 to 9999. */
export function datetimeInRange(ticks: bigint): bigint | null {
  return ticks >= 0n && ticks <= DATETIME_MAX ? ticks : null;
}

/** Days since 0001-01-01 of a day of the proleptic Gregorian calendar; month may lie outside of 1 to 12. */
export function dayNumber(year: number, month: number, day: number): number {
  const monthIndex = month - 1;
  const y = year + Math.floor(monthIndex / 12);
  const m = ((monthIndex % 12) + 12) % 12;
  const before = y - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leapDays + (DAYS_BEFORE_MONTH[m] ?? 0) + (m > 1 && isLeapYear(y) ? 1 : 0) + day - 1;
}

export function calendarOf(ticks: bigint): Calendar {
  const dayIndex = Number(ticks / TICKS_PER_DAY);
  // JavaScript's calendar is the same proleptic Gregorian one; whole days are exact there.
  const date = new Date((dayIndex - UNIX_EPOCH_DAY) * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: ticks % TICKS_PER_DAY,
  };
}

export function ticksOf({ year, month, day, time }: Calendar): bigint {
  return BigInt(dayNumber(year, month, day)) * TICKS_PER_DAY + time;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `yyyy-MM-ddTHH:mm:ss.fffffffZ`. */
export function datetimeText(ticks: bigint): string {
  const { year, month, day, time } = calendarOf(ticks);
  const pad = (value: number | bigint, width = 2) => String(value).padStart(width, "0");
  const clock = [time / TICKS_PER_HOUR, (time / TICKS_PER_MINUTE) % 60n, (time / TICKS_PER_SECOND) % 60n];
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${clock.map((part) => pad(part)).join(":")}.${pad(time % TICKS_PER_SECOND, 7)}Z`;
}

/** Reads the forms that the engine takes; null for anything else.
 *  Source: https://learn.microsoft.com/kusto/query/scalar-data-types/datetime, read 2026-11-25. Recorded besides: `12-02-2022` (month first) and `2025, 6, 14`. */
export function datetimeOfText(text: string): bigint | null {
  const trimmed = text.trim();
  return isoDatetime(trimmed) ?? namedMonthDatetime(trimmed) ?? slashDatetime(trimmed);
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7})\d*)?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const ISO = new RegExp(`^(\\d{4})(?:-|, *)(\\d{1,2})(?:(?:-|, *)(\\d{1,2})(?:[T ]+${TIME}${ZONE})?)?Z?$`, "i");
const NAMED = new RegExp(`^(?:[a-z]{3,9},? )?(\\d{1,2})[ -]([a-z]{3,9})[ -](\\d{2}|\\d{4})(?: +${TIME}${ZONE})?$`, "i");
const SLASH = new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?: +${TIME}(?: *(AM|PM))?${ZONE})?$`, "i");

function isoDatetime(text: string): bigint | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day = "1", ...clock] = match;
  return assembled(Number(year), Number(month), Number(day), clock);
}

/** RFC 822 and RFC 850: `Sat, 8 Nov 14 15:05:02 GMT`, `Saturday, 08-Nov-14 15:05:02 UTC`. */
function namedMonthDatetime(text: string): bigint | null {
  const match = NAMED.exec(text);
  if (!match) return null;
  const [, day, name = "", year = "", ...clock] = match;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  return month === 0 ? null : assembled(fullYear, month, Number(day), clock);
}

function slashDatetime(text: string): bigint | null {
  const match = SLASH.exec(text);
  if (!match) return null;
  const [, month, day, year, hours, minutes, seconds, fraction, half, zone] = match;
  const hour = half === undefined ? hours : String((Number(hours) % 12) + (half.toUpperCase() === "PM" ? 12 : 0));
  return assembled(Number(year), Number(month), Number(day), [hour, minutes, seconds, fraction, zone]);
}

function assembled(year: number, month: number, day: number, clock: readonly (string | undefined)[]): bigint | null {
  const [hours = "0", minutes = "0", seconds = "0", fraction = "", zone = ""] = clock;
  const isClock = Number(hours) <= 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || !isClock) return null;
  const time =
    BigInt(hours) * TICKS_PER_HOUR +
    BigInt(minutes) * TICKS_PER_MINUTE +
    BigInt(seconds) * TICKS_PER_SECOND +
    BigInt(fraction.padEnd(7, "0"));
  return datetimeInRange(ticksOf({ year, month, day, time: 0n }) + time - offsetTicks(zone));
}

function offsetTicks(zone: string): bigint {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0n;
  const ticks = BigInt(match[2] ?? "0") * TICKS_PER_HOUR + BigInt(match[3] ?? "0") * TICKS_PER_MINUTE;
  return match[1] === "-" ? -ticks : ticks;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const UNIX_EPOCH_DAY = dayNumber(1970, 1, 1);
