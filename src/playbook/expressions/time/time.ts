/** Points in time as .NET's DateTime keeps them: ticks of 100 ns since year 1, and whether they are known to be UTC. */

import { invalid } from "../failure";

export interface Time {
  readonly ticks: bigint;
  /** utc prints a `Z`; a time without zone prints none. */
  readonly kind: "utc" | "unspecified";
}

/** Date and time of day in the proleptic Gregorian calendar. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 to 9,999,999. */
  readonly fractionTicks: number;
}

export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_MINUTE = 60n * TICKS_PER_SECOND;
export const TICKS_PER_HOUR = 60n * TICKS_PER_MINUTE;
export const TICKS_PER_DAY = 24n * TICKS_PER_HOUR;

const TICKS_MAX = 3_155_378_975_999_999_999n;
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MILLISECOND = 10_000n;

export function timeOf(ticks: bigint, kind: Time["kind"]): Time {
  if (ticks < 0n || ticks > TICKS_MAX) invalid("the time is outside the years 1 to 9999");
  return { ticks, kind };
}

export function addTicks(time: Time, ticks: bigint): Time {
  return timeOf(time.ticks + ticks, time.kind);
}

/** Months keep the day where the month has it, else take its last day. */
export function addMonths(time: Time, months: bigint): Time {
  const civil = civilOf(time.ticks);
  const index = BigInt(civil.year * 12 + civil.month - 1) + months;
  const year = Number(index / 12n);
  const month = Number(index % 12n) + 1;
  if (index < 12n || year > 9999) invalid("the time is outside the years 1 to 9999");
  const day = Math.min(civil.day, daysInMonth(year, month));
  return timeOf(ticksOf({ ...civil, year, month, day }), time.kind);
}

export function civilOf(ticks: bigint): Civil {
  const date = new Date(unixMilliseconds(ticks - (ticks % TICKS_PER_SECOND)));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    fractionTicks: Number(ticks % TICKS_PER_SECOND),
  };
}

/** The ticks of a date; the caller has checked that the date exists. */
export function ticksOf({ year, month, day, hour, minute, second, fractionTicks }: Civil): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  return ticksOfUnixMilliseconds(date.getTime()) + BigInt(fractionTicks);
}

export function ticksOfUnixMilliseconds(milliseconds: number): bigint {
  return BigInt(milliseconds) * TICKS_PER_MILLISECOND + UNIX_EPOCH_TICKS;
}

/** Whole milliseconds; smaller parts are cut off. */
export function unixMilliseconds(ticks: bigint): number {
  return Number((ticks - UNIX_EPOCH_TICKS) / TICKS_PER_MILLISECOND);
}

/** 0 is Sunday. Day 0 of the calendar was a Monday. */
export function dayOfWeek(ticks: bigint): number {
  return Number((ticks / TICKS_PER_DAY + 1n) % 7n);
}

export function dayOfYear(ticks: bigint): number {
  const start = ticksOf({ ...civilOf(ticks), month: 1, day: 1 });
  return Number((ticks - start) / TICKS_PER_DAY) + 1;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isCivil({ year, month, day, hour, minute, second }: Civil): boolean {
  return (
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour >= 0 &&
    hour <= 23 &&
    minute >= 0 &&
    minute <= 59 &&
    second >= 0 &&
    second <= 59
  );
}
