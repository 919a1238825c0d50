/** How a culture writes numbers and times. */

import { invalid, unsupported } from "../failure";

export interface Culture {
  readonly name: string;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly currencySymbol: string;
  readonly currencyDigits: number;
  /** `$` is the symbol, `n` the number. */
  readonly currencyPositive: string;
  readonly currencyNegative: string;
  readonly dates: DatePatterns;
  readonly names: CalendarNames;
}

export interface DatePatterns {
  readonly shortDate: string;
  readonly longDate: string;
  readonly shortTime: string;
  readonly longTime: string;
  readonly monthDay: string;
  readonly yearMonth: string;
}

export interface CalendarNames {
  readonly months: readonly string[];
  /** Used where a day of the month stands beside the month. */
  readonly monthsBesideDay: readonly string[];
  readonly monthsShort: readonly string[];
  /** From Sunday on. */
  readonly days: readonly string[];
  readonly daysShort: readonly string[];
  readonly am: string;
  readonly pm: string;
}

/** The culture of functions that name none. */
export const DEFAULT_CULTURE = "en-US";

/** A culture by name, whatever the case; an empty name is the invariant culture. */
export function cultureOf(name: string): Culture {
  const wanted = name.toLowerCase();
  const known = cultures.get(wanted);
  if (known) return known;
  const row = ROWS.find(([rowName]) => rowName.toLowerCase() === wanted || rowName.split("-")[0] === wanted);
  if (!row) return refuse(name);
  const culture = cultureFrom(row);
  cultures.set(wanted, culture);
  return culture;
}

const cultures = new Map<string, Culture>();

function refuse(name: string): never {
  const isKnown = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name) ? isKnownLocale(name) : undefined;
  if (isKnown === undefined) return invalid(`\`${name}\` is not a valid locale`);
  if (!isKnown) return invalid(`\`${name}\` is not a known locale`);
  return unsupported(
    `the locale \`${name}\` is not supported; supported are ${ROWS.map(([each]) => each || "the invariant culture").join(", ")}`,
  );
}

/** Undefined where the text is no language tag, which the platform tells by throwing. */
function isKnownLocale(name: string): boolean | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([name]).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Row = readonly [
  name: string,
  symbols: string,
  currencySymbol: string,
  currencyPositive: string,
  currencyNegative: string,
  shortDate: string,
  longDate: string,
  time: string,
  monthDay: string,
  yearMonth: string,
];

/** Decimal and group separator, currency and date patterns as .NET has them; month and day names come from Node's own data.
 *  Source: https://learn.microsoft.com/dotnet/standard/base-types/standard-numeric-format-strings and
 *  standard-date-and-time-format-strings (examples), read 2026-11-23; UNVERIFIED: what the service prints for the other
 *  cultures depends on the culture data of its servers. */
const ROWS: readonly Row[] = [
  ["en-US", ".,", "$", "$n", "($n)", "M/d/yyyy", "dddd, MMMM d, yyyy", "h:mm tt", "MMMM d", "MMMM yyyy"],
  ["", ".,", "¤", "$n", "($n)", "MM/dd/yyyy", "dddd, dd MMMM yyyy", "HH:mm", "MMMM dd", "yyyy MMMM"],
  ["en-GB", ".,", "£", "$n", "-$n", "dd/MM/yyyy", "dd MMMM yyyy", "HH:mm", "d MMMM", "MMMM yyyy"],
  ["en-AU", ".,", "$", "$n", "-$n", "d/MM/yyyy", "dddd, d MMMM yyyy", "h:mm tt", "d MMMM", "MMMM yyyy"],
  ["en-CA", ".,", "$", "$n", "-$n", "yyyy-MM-dd", "MMMM d, yyyy", "h:mm tt", "MMMM d", "MMMM yyyy"],
  ["de-DE", ",.", "€", "n $", "-n $", "dd.MM.yyyy", "dddd, d. MMMM yyyy", "HH:mm", "d. MMMM", "MMMM yyyy"],
  ["fr-FR", ",\u00a0", "€", "n $", "-n $", "dd/MM/yyyy", "dddd d MMMM yyyy", "HH:mm", "d MMMM", "MMMM yyyy"],
  [
    "es-ES",
    ",.",
    "€",
    "n $",
    "-n $",
    "dd/MM/yyyy",
    "dddd, d 'de' MMMM 'de' yyyy",
    "H:mm",
    "d 'de' MMMM",
    "MMMM 'de' yyyy",
  ],
  ["it-IT", ",.", "€", "n $", "-n $", "dd/MM/yyyy", "dddd d MMMM yyyy", "HH:mm", "d MMMM", "MMMM yyyy"],
  [
    "pt-BR",
    ",.",
    "R$",
    "$ n",
    "-$ n",
    "dd/MM/yyyy",
    "dddd, d 'de' MMMM 'de' yyyy",
    "HH:mm",
    "d 'de' MMMM",
    "MMMM 'de' yyyy",
  ],
  ["nl-NL", ",.", "€", "$ n", "$ -n", "d-M-yyyy", "dddd d MMMM yyyy", "HH:mm", "d MMMM", "MMMM yyyy"],
  ["sv-SE", ",\u00a0", "kr", "n $", "-n $", "yyyy-MM-dd", "'den 'd MMMM yyyy", "HH:mm", "'den 'd MMMM", "MMMM yyyy"],
  ["da-DK", ",.", "kr.", "n $", "-n $", "dd-MM-yyyy", "d. MMMM yyyy", "HH:mm", "d. MMMM", "MMMM yyyy"],
  ["nb-NO", ",\u00a0", "kr", "$ n", "-$ n", "dd.MM.yyyy", "dddd d. MMMM yyyy", "HH:mm", "d. MMMM", "MMMM yyyy"],
  ["fi-FI", ",\u00a0", "€", "n $", "-n $", "d.M.yyyy", "dddd d. MMMM yyyy", "H:mm", "d. MMMM", "MMMM yyyy"],
  ["is-IS", ",.", "kr", "n $", "-n $", "d.M.yyyy", "d. MMMM yyyy", "HH:mm", "d. MMMM", "MMMM yyyy"],
  ["pl-PL", ",\u00a0", "zł", "n $", "-n $", "dd.MM.yyyy", "dddd, d MMMM yyyy", "HH:mm", "d MMMM", "MMMM yyyy"],
  ["ja-JP", ".,", "¥", "$n", "-$n", "yyyy/MM/dd", "yyyy'年'M'月'd'日'", "H:mm", "M'月'd'日'", "yyyy'年'M'月'"],
  ["zh-CN", ".,", "¥", "$n", "$-n", "yyyy/M/d", "yyyy'年'M'月'd'日'", "H:mm", "M'月'd'日'", "yyyy'年'M'月'"],
];

function cultureFrom(row: Row): Culture {
  const [name, symbols, currencySymbol, currencyPositive, currencyNegative, shortDate, longDate, shortTime] = row;
  const [, , , , , , , , monthDay, yearMonth] = row;
  return {
    name,
    decimalSeparator: symbols.charAt(0),
    groupSeparator: symbols.charAt(1),
    currencySymbol,
    currencyDigits: name === "ja-JP" ? 0 : 2,
    currencyPositive,
    currencyNegative,
    dates: { shortDate, longDate, shortTime, longTime: shortTime.replace("mm", "mm:ss"), monthDay, yearMonth },
    names: calendarNames(name === "" ? DEFAULT_CULTURE : name),
  };
}

function calendarNames(locale: string): CalendarNames {
  const part = (options: Intl.DateTimeFormatOptions, wanted: string, date: Date) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" })
      .formatToParts(date)
      .find(({ type }) => type === wanted)?.value ?? "";
  const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2023, index, 1)));
  // 2023-01-01 was a Sunday.
  const days = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2023, 0, 1 + index)));
  const time = (hour: number) =>
    part({ hour: "numeric", hour12: true }, "dayPeriod", new Date(Date.UTC(2023, 0, 1, hour)));
  return {
    months: months.map((date) => part({ month: "long" }, "month", date)),
    monthsBesideDay: months.map((date) => part({ month: "long", day: "numeric" }, "month", date)),
    monthsShort: months.map((date) => part({ month: "short" }, "month", date)),
    days: days.map((date) => part({ weekday: "long" }, "weekday", date)),
    daysShort: days.map((date) => part({ weekday: "short" }, "weekday", date)),
    am: time(9),
    pm: time(21),
  };
}
