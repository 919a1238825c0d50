/** Reads times as .NET's `DateTime.Parse` does: ISO 8601, and what the culture writes.
 *  Source of what no page tells (halves of the day, days of the week, small fractions):
 *  https://github.com/dotnet/runtime/blob/main/src/libraries/System.Private.CoreLib/src/System/Globalization/DateTimeParse.cs, read 2026-11-26. */

import { invalid, unsupported } from "../failure";
import {
  type Civil,
  dayOfWeek,
  isCivil,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  type Time,
  ticksOf,
  timeOf,
} from "../time/time";
import type { Culture } from "./cultures";

/** The time in a text. With `Z` or an offset it is UTC, else it has no zone. */
export function parseTime(text: string, culture: Culture): Time {
  const parts = isoParts(text) ?? freeParts(text, culture);
  return parts ? timeFrom(text, parts) : invalid(`\`${text.slice(0, 60)}\` is not a valid time`);
}

/** What was found in a text; an absent part of the clock is zero. */
export interface TimeParts extends Partial<Civil> {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Minutes east of UTC; undefined without zone. */
  readonly offsetMinutes?: number | undefined;
  /** The day of the week that the text names, 0 is Sunday. */
  readonly weekday?: number | undefined;
}

export function timeFrom(text: string, parts: TimeParts): Time {
  const { hour = 0, minute = 0, second = 0, fractionTicks = 0, offsetMinutes } = parts;
  const civil = { year: parts.year, month: parts.month, day: parts.day, hour, minute, second, fractionTicks };
  if (!isCivil(civil)) return invalid(`\`${text.slice(0, 60)}\` is not a valid time`);
  const ticks = ticksOf(civil);
  if (parts.weekday !== undefined && parts.weekday !== dayOfWeek(ticks)) {
    return invalid(`\`${text.slice(0, 60)}\` names another day of the week than its date has`);
  }
  if (offsetMinutes === undefined) return timeOf(ticks, "unspecified");
  return timeOf(ticks - BigInt(offsetMinutes) * TICKS_PER_MINUTE, "utc");
}

const ISO =
  /^\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?\s*(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?\s*$/;

function isoParts(text: string): TimeParts | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month, day = "1", hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    fractionTicks: fractionTicksOf(fraction),
    offsetMinutes: offsetOf(zone),
  };
}

/** Ticks of the digits after the point; what is smaller is rounded, half to even. */
export function fractionTicksOf(fraction: string): number {
  const ticks = Number(`0.${fraction}`) * Number(TICKS_PER_SECOND);
  const whole = Math.floor(ticks);
  return ticks - whole > 0.5 || (ticks - whole === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
}

/** Minutes of `Z`, `+hh:mm`, `+hhmm` or `+hh`. */
export function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === "") return undefined;
  if (/^(z|gmt|utc)$/i.test(zone)) return 0;
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

const CLOCK = /(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?:\s*([\p{L}.]+))?/u;
const ZONE = /\s*(?:(Z|GMT|UTC)|([+-]\d{2}:?\d{2}))\s*$/i;

function freeParts(text: string, culture: Culture): TimeParts | undefined {
  const zone = ZONE.exec(text);
  const withoutZone = zone ? text.slice(0, zone.index) : text;
  const clock = CLOCK.exec(withoutZone);
  const half = clock?.[5] === undefined ? undefined : halfOfDay(clock[5], culture);
  const clockText = clock
    ? half === undefined && clock[5] !== undefined
      ? clock[0].slice(0, -clock[5].length)
      : clock[0]
    : "";
  const rest = clock ? withoutZone.replace(clockText, " ") : withoutZone;
  const date = dateParts(rest.replace(/[Tt]\s*$/, " "), culture);
  if (!date) return undefined;
  const hour = Number(clock?.[1] ?? 0);
  // A morning ends at 12; an evening takes hours up to 23 as they are.
  if (half !== undefined && hour > (half === 0 ? 12 : 23)) return undefined;
  return {
    ...date,
    hour: half === undefined ? hour : (hour % 12) + half,
    minute: Number(clock?.[2] ?? 0),
    second: Number(clock?.[3] ?? 0),
    fractionTicks: fractionTicksOf(clock?.[4] ?? ""),
    offsetMinutes: offsetOf(zone?.[1] ?? zone?.[2]),
  };
}

function halfOfDay(word: string, { names }: Culture): 0 | 12 | undefined {
  const plain = word.toLowerCase().replaceAll(".", "");
  if (plain === "am" || plain === names.am.toLowerCase()) return 0;
  return plain === "pm" || plain === names.pm.toLowerCase() ? 12 : undefined;
}

type DateOnly = Pick<TimeParts, "year" | "month" | "day" | "weekday">;

function dateParts(text: string, culture: Culture): DateOnly | undefined {
  let month: number | undefined;
  let weekday: number | undefined;
  const numbers: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}]+\.?|\d+|[^\s\p{L}\d]/gu)) {
    if (/^\d+$/.test(word)) numbers.push(word);
    else if (/^\p{L}/u.test(word)) {
      const named = monthNamed(word, culture);
      const day = weekdayNamed(word, culture);
      if (named !== undefined && month === undefined) month = named;
      else if (day !== undefined && weekday === undefined) weekday = day;
      else if (!isFiller(word, culture)) return undefined;
    } else if (!"/-.,".includes(word)) return undefined;
  }
  if (numbers.some((number) => number.length > 4)) return undefined;
  const date = month === undefined ? numericDate(numbers, culture) : namedDate(numbers, month, text);
  return date && { ...date, weekday };
}

function monthNamed(word: string, { names }: Culture): number | undefined {
  const wanted = word.toLowerCase().replace(/\.$/, "");
  for (const list of [names.months, names.monthsBesideDay, names.monthsShort]) {
    const index = list.findIndex((name) => name.toLowerCase().replace(/\.$/, "") === wanted);
    if (index !== -1) return index + 1;
  }
  return undefined;
}

function weekdayNamed(word: string, { names }: Culture): number | undefined {
  const wanted = word.toLowerCase().replace(/\.$/, "");
  const index = [...names.days, ...names.daysShort].findIndex(
    (name) => name.toLowerCase().replace(/\.$/, "") === wanted,
  );
  return index === -1 ? undefined : index % 7;
}

function isFiller(word: string, { dates }: Culture): boolean {
  const wanted = word.toLowerCase().replace(/\.$/, "");
  return [...dates.longDate.matchAll(/'([^']*)'/g)].some(([, literal = ""]) => literal.trim().toLowerCase() === wanted);
}

function namedDate(numbers: readonly string[], month: number, text: string): DateOnly | undefined {
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return undefined;
  if (second === undefined) {
    if (first.length > 2) return { year: Number(first), month, day: 1 };
    return unsupported(`\`${text.trim()}\` has no year, so it would depend on the day of the run`);
  }
  const isYearFirst = first.length > 2;
  return { year: yearOf(isYearFirst ? first : second), month, day: Number(isYearFirst ? second : first) };
}

function numericDate(numbers: readonly string[], { dates }: Culture): DateOnly | undefined {
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || numbers.length > 3) return undefined;
  if (third === undefined) {
    if (first.length > 2) return { year: Number(first), month: Number(second), day: 1 };
    if (second.length > 2) return { year: Number(second), month: Number(first), day: 1 };
    return unsupported(`\`${numbers.join("/")}\` has no year, so it would depend on the day of the run`);
  }
  if (first.length > 2) return { year: Number(first), month: Number(second), day: Number(third) };
  const order = dates.shortDate.replace(/[^dMy]/g, "").replace(/(.)\1+/g, "$1");
  if (order === "yMd" && third.length <= 2) return { year: yearOf(first), month: Number(second), day: Number(third) };
  if (order === "dMy") return { year: yearOf(third), month: Number(second), day: Number(first) };
  return { year: yearOf(third), month: Number(first), day: Number(second) };
}

/** Two digits mean 1950 to 2049. Source: https://learn.microsoft.com/dotnet/api/system.globalization.calendar.twodigityearmax, read 2026-11-23. */
export function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
