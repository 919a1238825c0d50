/** Formats times as .NET does with its standard and custom format strings. */

import { invalid } from "../failure";
import { type Civil, civilOf, dayOfWeek, type Time } from "../time/time";
import type { Culture } from "./cultures";

/** What a time prints as where no format is given. */
export const ROUND_TRIP_FORMAT = "o";

/** Source: https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings and
 *  custom-date-and-time-format-strings, read 2026-11-23. */
export function formatTime(time: Time, format: string, culture: Culture): string {
  const pattern = format.length === 1 ? standardPattern(format, culture) : format;
  return formatPattern(time, pattern, culture);
}

/** The custom pattern of a standard format. A time without zone counts as UTC where the format says so. */
export function standardPattern(format: string, { dates }: Culture): string {
  const patterns: Readonly<Record<string, string>> = {
    d: dates.shortDate,
    D: dates.longDate,
    f: `${dates.longDate} ${dates.shortTime}`,
    F: `${dates.longDate} ${dates.longTime}`,
    g: `${dates.shortDate} ${dates.shortTime}`,
    G: `${dates.shortDate} ${dates.longTime}`,
    m: dates.monthDay,
    M: dates.monthDay,
    o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
    O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
    r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
    s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    t: dates.shortTime,
    T: dates.longTime,
    u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
    U: `${dates.longDate} ${dates.longTime}`,
    y: dates.yearMonth,
    Y: dates.yearMonth,
  };
  return patterns[format] ?? invalid(`\`${format}\` is not a valid time format`);
}

/** Literals, escapes, runs of one letter, separators, anything else. */
export const PATTERN_PARTS = /'([^']*)('?)|"([^"]*)("?)|\\([\s\S]?)|%([\s\S]?)|([dfFghHKmMstyz])\7*|([\s\S])/gu;

function formatPattern(time: Time, pattern: string, culture: Culture): string {
  if (pattern === "") return formatPattern(time, standardPattern(ROUND_TRIP_FORMAT, culture), culture);
  const civil = civilOf(time.ticks);
  const hasDay = /(?<!d)d{1,2}(?!d)/.test(pattern.replace(/'[^']*'|"[^"]*"|\\./g, ""));
  let text = "";
  for (const [part, single, singleEnd, double, doubleEnd, escaped, percent, letter] of pattern.matchAll(
    PATTERN_PARTS,
  )) {
    if (singleEnd === "" || doubleEnd === "" || escaped === "" || percent === "") {
      invalid(`\`${pattern}\` is not a valid time format`);
    }
    if (single !== undefined || double !== undefined || escaped !== undefined)
      text += single ?? double ?? escaped ?? "";
    else if (percent !== undefined) text += fieldText(percent, { time, civil, culture, hasDay });
    else if (letter === undefined) text += part === "/" ? dateSeparator(culture) : part;
    else if (letter === "F") text = withFraction(text, part, civil);
    else text += fieldText(part, { time, civil, culture, hasDay });
  }
  return text;
}

/** `/` in a pattern stands for the culture's own separator. */
export function dateSeparator({ dates }: Culture): string {
  return /^\w+(\W)/.exec(dates.shortDate)?.[1] ?? "/";
}

interface Subject {
  readonly time: Time;
  readonly civil: Civil;
  readonly culture: Culture;
  readonly hasDay: boolean;
}

function fieldText(field: string, { time, civil, culture, hasDay }: Subject): string {
  const width = field.length;
  switch (field.charAt(0)) {
    case "d":
      return dayText(width, civil.day, dayOfWeek(time.ticks), culture);
    case "M":
      return monthText(width, civil.month, culture, hasDay);
    case "y":
      return yearText(width, civil.year);
    case "h":
      return padded(civil.hour % 12 || 12, width);
    case "H":
      return padded(civil.hour, width);
    case "m":
      return padded(civil.minute, width);
    case "s":
      return padded(civil.second, width);
    case "f":
      return width > 7 ? invalid(`\`${field}\` has more than seven fraction digits`) : fractionText(civil, width);
    case "F":
      return fractionText(civil, width).replace(/0+$/, "");
    case "t":
      return meridiem(civil.hour < 12 ? culture.names.am : culture.names.pm, width);
    case "g":
      return "A.D.";
    case "K":
      return time.kind === "utc" ? "Z".repeat(width) : "";
    case "z":
      return width >= 3 ? "+00:00" : width === 2 ? "+00" : "+0";
    default:
      return field;
  }
}

function dayText(width: number, day: number, weekday: number, { names }: Culture): string {
  if (width <= 2) return padded(day, width);
  return (width === 3 ? names.daysShort : names.days)[weekday] ?? "";
}

function monthText(width: number, month: number, { names }: Culture, hasDay: boolean): string {
  if (width <= 2) return padded(month, width);
  if (width === 3) return names.monthsShort[month - 1] ?? "";
  return (hasDay ? names.monthsBesideDay : names.months)[month - 1] ?? "";
}

function yearText(width: number, year: number): string {
  return width <= 2 ? padded(year % 100, width) : String(year).padStart(width, "0");
}

function meridiem(name: string, width: number): string {
  return width === 1 ? name.charAt(0) : name;
}

function padded(number: number, width: number): string {
  return String(number).padStart(Math.min(width, 2), "0");
}

function fractionText({ fractionTicks }: Civil, width: number): string {
  return String(fractionTicks).padStart(7, "0").slice(0, width);
}

/** `F` prints no zeros at the end, and takes the point before it away when nothing is left. */
function withFraction(text: string, field: string, civil: Civil): string {
  if (field.length > 7) return invalid(`\`${field}\` has more than seven fraction digits`);
  const fraction = fractionText(civil, field.length).replace(/0+$/, "");
  return fraction === "" && text.endsWith(".") ? text.slice(0, -1) : text + fraction;
}
