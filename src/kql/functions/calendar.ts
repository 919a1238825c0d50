/** Days, weeks, months and years of the calendar: starts, ends and parts of a date. */

import { type Calendar, calendarOf, datetimeInRange, dayNumber } from "../values/datetime";
import { TICKS_PER_DAY, TICKS_PER_HOUR } from "../values/timespan";
import { type Example, type KqlFunction, kqlFunction, page } from "./definition";

/** First tick of the period that lies `offset` periods after the one of the date; null beyond the calendar. */
type PeriodStart = (ticks: bigint, offset: number) => bigint | null;

const startOfDay: PeriodStart = (ticks, offset) => dayStart(Number(ticks / TICKS_PER_DAY) + offset);

/** Weeks begin on Sunday; day 0 (0001-01-01) was a Monday. */
export const startOfWeek: PeriodStart = (ticks, offset) => {
  const day = Number(ticks / TICKS_PER_DAY);
  return dayStart(day - ((day + 1) % 7) + 7 * offset);
};

const startOfMonth: PeriodStart = (ticks, offset) => {
  const { year, month } = calendarOf(ticks);
  return dayStart(dayNumber(year, month + offset, 1));
};

const startOfYear: PeriodStart = (ticks, offset) => dayStart(dayNumber(calendarOf(ticks).year + offset, 1, 1));

function dayStart(day: number): bigint | null {
  return Number.isSafeInteger(day) ? BigInt(day) * TICKS_PER_DAY : null;
}

const PARAMS = [
  { name: "date", type: "datetime" },
  { name: "offset", type: "long", optional: true },
] as const;

function boundary(name: string, start: PeriodStart, isEnd: boolean, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name}-function`)}, engine`,
    params: PARAMS,
    returns: "datetime",
    nulls: "null in, null out",
    examples,
    call: (date, offset = 0) => {
      const ticks = start(date, Number(offset) + (isEnd ? 1 : 0));
      return ticks === null ? null : datetimeInRange(isEnd ? ticks - 1n : ticks);
    },
  });
}

/** The week of ISO 8601: it belongs to the year that has its Thursday. */
export function weekOfYear(ticks: bigint): number {
  const day = Number(ticks / TICKS_PER_DAY);
  const thursday = day - (day % 7) + 3;
  const { year } = thursday < 0 ? { year: 1 } : calendarOf(BigInt(Math.min(thursday, LAST_DAY)) * TICKS_PER_DAY);
  const isBeyond = thursday > LAST_DAY;
  return isBeyond ? 1 : Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
}

const LAST_DAY = dayNumber(9999, 12, 31);

export function dayOfYear(ticks: bigint): number {
  return Number(ticks / TICKS_PER_DAY) - dayNumber(calendarOf(ticks).year, 1, 1) + 1;
}

function part(name: string, read: (ticks: bigint) => number, examples: readonly Example[], aliases: string[] = []) {
  return kqlFunction({
    name,
    aliases,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [{ name: "date", type: "datetime" }],
    returns: "long",
    nulls: "null in, null out",
    examples,
    call: read,
  });
}

/** The day before Sunday is the last one the engine knows a week for: it gives null on the last day of its calendar. */
const dayofweek = kqlFunction({
  name: "dayofweek",
  source: `${page("day-of-week-function")}, engine`,
  params: [{ name: "date", type: "datetime" }],
  returns: "timespan",
  nulls: "null in, null out",
  examples: [
    ["dayofweek(datetime(2026-03-01))", "time(0)"],
    ["dayofweek(datetime(2026-03-07 10:00))", "6d"],
  ],
  call: (date) => {
    const day = date / TICKS_PER_DAY;
    return day === BigInt(LAST_DAY) ? null : ((day + 1n) % 7n) * TICKS_PER_DAY;
  },
});

/** A date some months away; a day that the month has not becomes its last. */
export function addMonths(ticks: bigint, months: number): bigint | null {
  const { year, month, day, time }: Calendar = calendarOf(ticks);
  const first = dayNumber(year, month + months, 1);
  const length = dayNumber(year, month + months + 1, 1) - first;
  if (!Number.isSafeInteger(first)) return null;
  return datetimeInRange(BigInt(first + Math.min(day, length) - 1) * TICKS_PER_DAY + time);
}

export const calendarFunctions: readonly KqlFunction[] = [
  boundary("startofday", startOfDay, false, [["startofday(datetime(2026-03-01 13:45), 1)", "datetime(2026-03-02)"]]),
  boundary("startofweek", startOfWeek, false, [["startofweek(datetime(2026-03-04 13:45))", "datetime(2026-03-01)"]]),
  boundary("startofmonth", startOfMonth, false, [["startofmonth(datetime(2026-03-04), -1)", "datetime(2026-02-01)"]]),
  boundary("startofyear", startOfYear, false, [["startofyear(datetime(2026-03-04))", "datetime(2026-01-01)"]]),
  boundary("endofday", startOfDay, true, [["endofday(datetime(2026-03-04 10:00)) + 1tick", "datetime(2026-03-05)"]]),
  boundary("endofweek", startOfWeek, true, [["endofweek(datetime(2026-03-04)) + 1tick", "datetime(2026-03-08)"]]),
  boundary("endofmonth", startOfMonth, true, [["endofmonth(datetime(2024-02-04)) + 1tick", "datetime(2024-03-01)"]]),
  boundary("endofyear", startOfYear, true, [["endofyear(datetime(2026-03-04)) + 1tick", "datetime(2027-01-01)"]]),
  dayofweek,
  part("dayofmonth", (date) => calendarOf(date).day, [["dayofmonth(datetime(2026-03-04))", "4"]]),
  part("dayofyear", dayOfYear, [["dayofyear(datetime(2024-12-31))", "366"]]),
  part("hourofday", (date) => Number((date % TICKS_PER_DAY) / TICKS_PER_HOUR), [
    ["hourofday(datetime(2026-03-04 23:59))", "23"],
  ]),
  part("monthofyear", (date) => calendarOf(date).month, [["monthofyear(datetime(2026-03-04))", "3"]], ["getmonth"]),
  part("getyear", (date) => calendarOf(date).year, [["getyear(datetime(2026-03-04))", "2026"]]),
  part("week_of_year", weekOfYear, [
    ["week_of_year(datetime(2016-01-01))", "53"],
    ["week_of_year(datetime(2024-01-01))", "1"],
  ]),
];
