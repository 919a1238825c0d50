/** `datetime_part`, `datetime_diff`, `datetime_add`: by a period that is named in a text. */

import { calendarOf, datetimeInRange } from "../values/datetime";
import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MILLISECOND,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
} from "../values/timespan";
import { addMonths, dayOfYear, startOfWeek, weekOfYear } from "./calendar";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";

/** Periods of a fixed length, in ticks; nanoseconds are counted apart. */
const LENGTHS: ReadonlyMap<string, bigint> = new Map([
  ["week", 7n * TICKS_PER_DAY],
  ["day", TICKS_PER_DAY],
  ["hour", TICKS_PER_HOUR],
  ["minute", TICKS_PER_MINUTE],
  ["second", TICKS_PER_SECOND],
  ["millisecond", TICKS_PER_MILLISECOND],
  ["microsecond", 10n],
]);

const MONTHS: ReadonlyMap<string, number> = new Map([
  ["year", 12],
  ["quarter", 3],
  ["month", 1],
]);

/** `weekofyear` is obsolete: Microsoft's binder lets it through no more. */
const PARTS: ReadonlyMap<string, (ticks: bigint) => number> = new Map([
  ["year", (ticks: bigint) => calendarOf(ticks).year],
  ["quarter", (ticks: bigint) => Math.ceil(calendarOf(ticks).month / 3)],
  ["month", (ticks: bigint) => calendarOf(ticks).month],
  ["week_of_year", weekOfYear],
  ["day", (ticks: bigint) => calendarOf(ticks).day],
  ["dayofyear", dayOfYear],
  ["hour", (ticks: bigint) => Number((ticks % TICKS_PER_DAY) / TICKS_PER_HOUR)],
  ["minute", (ticks: bigint) => Number((ticks % TICKS_PER_HOUR) / TICKS_PER_MINUTE)],
  ["second", (ticks: bigint) => Number((ticks % TICKS_PER_MINUTE) / TICKS_PER_SECOND)],
  ["millisecond", (ticks: bigint) => Number((ticks % TICKS_PER_SECOND) / TICKS_PER_MILLISECOND)],
  ["microsecond", (ticks: bigint) => Number((ticks % TICKS_PER_SECOND) / 10n)],
  ["nanosecond", (ticks: bigint) => Number(ticks % TICKS_PER_SECOND) * 100],
]);

function unknownPeriod(site: CallSite, period: string): never {
  return site.refuse("invalid", `\`${site.name}\` knows no period \`${period}\``);
}

const datetimePart = kqlFunction({
  name: "datetime_part",
  aliases: ["datepart"],
  source: `${page("datetime-part-function")}, engine`,
  params: [
    { name: "part", type: "string" },
    { name: "date", type: "datetime" },
  ],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["datetime_part('year', datetime(2026-03-04))", "2026"],
    ["datetime_part('week_of_year', datetime(2017-10-30))", "44"],
  ],
  prepare: (site) => (name, date) => (PARTS.get(name.toLowerCase()) ?? unknownPeriod(site, name))(date),
});

/** Counts the boundaries of periods between two dates, not the time that passed. */
function boundariesBetween(period: string, later: bigint, earlier: bigint): number | undefined {
  const months = MONTHS.get(period);
  if (months !== undefined) {
    const index = (ticks: bigint) => {
      const { year, month } = calendarOf(ticks);
      return Math.floor((year * 12 + month - 1) / months);
    };
    return index(later) - index(earlier);
  }
  if (period === "week") {
    const days = Number(((startOfWeek(later, 0) ?? 0n) - (startOfWeek(earlier, 0) ?? 0n)) / TICKS_PER_DAY);
    return days / 7;
  }
  if (period === "nanosecond") return Number(later - earlier) * 100;
  const length = LENGTHS.get(period);
  return length === undefined ? undefined : Number(later / length - earlier / length);
}

const datetimeDiff = kqlFunction({
  name: "datetime_diff",
  source: `${page("datetime-diff-function")}, engine`,
  params: [
    { name: "period", type: "string" },
    { name: "later", type: "datetime" },
    { name: "earlier", type: "datetime" },
  ],
  // The engine gives weeks as a real, though the document says long.
  returns: (_types, constants) => {
    const period = constants?.[0];
    return typeof period === "string" && /^week$/i.test(period) ? "real" : "long";
  },
  nulls: "null in, null out",
  examples: [
    ["datetime_diff('year', datetime(2017-01-01), datetime(2000-12-31))", "17"],
    ["datetime_diff('week', datetime(2026-01-15), datetime(2026-01-01))", "2.0"],
    ["datetime_diff('hour', datetime(2017-10-31 01:00), datetime(2017-10-30 23:59))", "2"],
  ],
  prepare: (site) => (period, later, earlier) =>
    boundariesBetween(period.toLowerCase(), later, earlier) ?? unknownPeriod(site, period),
});

const datetimeAdd = kqlFunction({
  name: "datetime_add",
  source: `${page("datetime-add-function")}, engine`,
  params: [
    { name: "period", type: "string" },
    { name: "amount", type: "long" },
    { name: "date", type: "datetime" },
  ],
  returns: "datetime",
  nulls: "null in, null out",
  examples: [
    ["datetime_add('month', 1, datetime(2020-01-31))", "datetime(2020-02-29)"],
    ["datetime_add('week', 2, datetime(2020-06-15))", "datetime(2020-06-29)"],
  ],
  prepare: (site) => (period, amount, date) => {
    const name = period.toLowerCase();
    const months = MONTHS.get(name);
    if (months !== undefined) return addMonths(date, months * Number(amount));
    if (name === "nanosecond") return datetimeInRange(date + BigInt(amount) / 100n);
    const length = LENGTHS.get(name);
    return length === undefined ? unknownPeriod(site, period) : datetimeInRange(date + BigInt(amount) * length);
  },
});

export const datetimePartFunctions: readonly KqlFunction[] = [datetimePart, datetimeDiff, datetimeAdd];
