/** Reads times as .NET's `DateTime.ParseExact` does, by a format.
 *  Source of what no page tells (hours beside a half of the day, days of the week):
 *  https://github.com/dotnet/runtime/blob/main/src/libraries/System.Private.CoreLib/src/System/Globalization/DateTimeParse.cs, read 2026-11-26. */

import { invalid, unsupported } from "../failure";
import type { Time } from "../time/time";
import type { Culture } from "./cultures";
import { dateSeparator, PATTERN_PARTS, standardPattern } from "./date-format";
import { fractionTicksOf, offsetOf, timeFrom, yearOf } from "./date-parse";

export function parseTimeExact(text: string, format: string, culture: Culture): Time {
  const pattern = format.length === 1 ? standardPattern(format, culture) : format;
  const { regex, fields } = compiled(pattern, culture);
  const match = regex.exec(text);
  const found = new Map(fields.map((field, index) => [field, match?.[index + 1] ?? ""]));
  const hour = match ? hourOf(found, culture) : undefined;
  if (hour === undefined) return invalid(`\`${text.slice(0, 60)}\` is not a time of the format \`${format}\``);
  return timeFrom(text, { ...timeParts(found, culture, format), hour });
}

interface Compiled {
  readonly regex: RegExp;
  /** What each group of the pattern holds. */
  readonly fields: readonly string[];
}

function compiled(pattern: string, culture: Culture): Compiled {
  const fields: string[] = [];
  let source = "";
  for (const [part, single, singleEnd, double, doubleEnd, escaped, percent, letter] of pattern.matchAll(
    PATTERN_PARTS,
  )) {
    if (singleEnd === "" || doubleEnd === "" || escaped === "" || percent === "") {
      invalid(`\`${pattern}\` is not a valid time format`);
    }
    const literal = single ?? double ?? escaped;
    const field = percent ?? (letter === undefined ? undefined : part);
    if (literal !== undefined) source += quoted(literal);
    else if (field === undefined) source += part === "/" ? quoted(dateSeparator(culture)) : quoted(part);
    else {
      source += `(${fieldSource(field, culture)})`;
      fields.push(field);
    }
  }
  return { regex: new RegExp(`^${source}$`, "iu"), fields };
}

function fieldSource(field: string, { names }: Culture): string {
  const width = field.length;
  switch (field.charAt(0)) {
    case "d":
      return width <= 2 ? digits(width) : anyOf(width === 3 ? names.daysShort : names.days);
    case "M":
      return width <= 2
        ? digits(width)
        : anyOf(width === 3 ? names.monthsShort : [...names.months, ...names.monthsBesideDay]);
    case "y":
      return width <= 2 ? digits(width) : `\\d{${width}}`;
    case "f":
      return `\\d{${width}}`;
    case "F":
      return `\\d{0,${width}}`;
    case "t":
      return anyOf(width === 1 ? [names.am.charAt(0), names.pm.charAt(0)] : [names.am, names.pm]);
    case "K":
      return "Z|[+-]\\d{2}:\\d{2}|";
    case "z":
      return width >= 3 ? "[+-]\\d{1,2}:\\d{2}" : "[+-]\\d{1,2}";
    default:
      return digits(width);
  }
}

function fieldOf(found: ReadonlyMap<string, string>, ...keys: readonly string[]): string | undefined {
  return keys.map((key) => found.get(key)).find((value) => value !== undefined);
}

/** `h` takes hours up to 12, in the morning where no half is given; `H` and a half must not contradict each other. */
function hourOf(found: ReadonlyMap<string, string>, { names }: Culture): number | undefined {
  const half = fieldOf(found, "t", "tt")?.toLowerCase();
  const morning = names.am.toLowerCase();
  const isEvening = half !== undefined && half !== morning && half !== morning.charAt(0);
  const ofHalf = fieldOf(found, "h", "hh");
  if (ofHalf !== undefined) return Number(ofHalf) > 12 ? undefined : (Number(ofHalf) % 12) + (isEvening ? 12 : 0);
  const hour = Number(fieldOf(found, "H", "HH") ?? 0);
  return half !== undefined && isEvening !== hour >= 12 ? undefined : hour;
}

function timeParts(found: ReadonlyMap<string, string>, { names }: Culture, format: string) {
  const field = (...keys: readonly string[]) => fieldOf(found, ...keys);
  const letters = (letter: string, most: number) =>
    Array.from({ length: most }, (_, index) => letter.repeat(index + 1));
  const year = field(...letters("y", 5));
  const monthText = field("M", "MM");
  const monthName = field("MMM", "MMMM");
  const dayName = field("ddd", "dddd")?.toLowerCase();
  if (year === undefined) unsupported(`the format \`${format}\` has no year, so it would depend on the day of the run`);
  return {
    year: yearOf(year ?? ""),
    month: Number(monthText ?? (monthName === undefined ? 1 : monthIndex(monthName, names) + 1)),
    day: Number(field("d", "dd") ?? 1),
    minute: Number(field("m", "mm") ?? 0),
    second: Number(field("s", "ss") ?? 0),
    fractionTicks: fractionTicksOf(field(...letters("f", 7), ...letters("F", 7)) ?? ""),
    offsetMinutes: offsetOf(field("K", "zzz", "zz", "z")),
    weekday:
      dayName === undefined
        ? undefined
        : [...names.daysShort, ...names.days].findIndex((name) => name.toLowerCase() === dayName) % 7,
  };
}

function monthIndex(text: string, names: Culture["names"]): number {
  const wanted = text.toLowerCase();
  return (
    [names.monthsShort, names.months, names.monthsBesideDay]
      .map((list) => list.findIndex((name) => name.toLowerCase() === wanted))
      .find((index) => index !== -1) ?? 0
  );
}

function digits(width: number): string {
  return width === 1 ? "\\d{1,2}" : "\\d{2}";
}

function anyOf(names: readonly string[]): string {
  return names.map(quoted).join("|");
}

function quoted(text: string): string {
  return text.replace(/[/.*+?^${}()|[\]\\-]/g, (character) =>
    character === "-" || character === "/" ? character : `\\${character}`,
  );
}
