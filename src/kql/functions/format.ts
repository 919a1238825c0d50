/** `format_datetime`, `format_timespan`, and datetimes made of numbers. */

import { calendarOf, datetimeInRange, daysInMonth, ticksOf, UNIX_EPOCH_TICKS } from "../values/datetime";
import { longOf } from "../values/integer";
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from "../values/timespan";
import { type CallSite, type KqlFunction, kqlFunction, overload, page } from "./definition";

/** What a run of one letter stands for; undefined where the letters are none of the format's. */
type Specifier = (letters: string, ticks: bigint) => string | undefined;

/** Runs of letters, and the separators that the documents list; anything else is refused by the engine. */
const PIECES = /([a-zA-Z])\1*|[ /\-:,._[\]]|[\s\S]/g;

const SEPARATOR = /^[ /\-:,._[\]]$/;

function formatted(format: string, ticks: bigint, specifier: Specifier, site: CallSite): string {
  return format.replace(PIECES, (piece) => {
    const text = SEPARATOR.test(piece) ? piece : specifier(piece, ticks);
    return text ?? site.refuse("invalid", `\`${site.name}\` does not know \`${piece}\` in \`${format}\``);
  });
}

/** The first piece of a pattern that the function does not know; undefined where it knows all. */
export function unknownPiece(name: "format_datetime" | "format_timespan", format: string): string | undefined {
  const specifier = name === "format_datetime" ? datetimeSpecifier : timespanSpecifier;
  return format.match(PIECES)?.find((piece) => !SEPARATOR.test(piece) && specifier(piece, 0n) === undefined);
}

const padded = (value: number | bigint, width: number) => String(value).padStart(width, "0");

function clockPart(letters: string, time: bigint): string | undefined {
  const width = letters.length;
  if (/^[fF]{1,7}$/.test(letters)) {
    const digits = padded(time % TICKS_PER_SECOND, 7).slice(0, width);
    return letters.startsWith("F") ? digits.replace(/0+$/, "") : digits;
  }
  switch (letters) {
    case "H":
    case "HH":
      return padded((time % TICKS_PER_DAY) / TICKS_PER_HOUR, width);
    case "m":
    case "mm":
      return padded((time % TICKS_PER_HOUR) / TICKS_PER_MINUTE, width);
    case "s":
    case "ss":
      return padded((time % TICKS_PER_MINUTE) / TICKS_PER_SECOND, width);
    default:
      return undefined;
  }
}

const datetimeSpecifier: Specifier = (letters, ticks) => {
  const { year, month, day, time } = calendarOf(ticks);
  const hour = Number(time / TICKS_PER_HOUR);
  switch (letters) {
    case "y":
    case "yy":
      return padded(year % 100, letters.length);
    case "yyyy":
      return padded(year, 4);
    case "M":
    case "MM":
      return padded(month, letters.length);
    case "d":
    case "dd":
      return padded(day, letters.length);
    case "h":
    case "hh":
      return padded(hour % 12 === 0 ? 12 : hour % 12, letters.length);
    case "tt":
      return hour < 12 ? "AM" : "PM";
    default:
      return clockPart(letters, time);
  }
};

const timespanSpecifier: Specifier = (letters, ticks) => {
  if (/^d{1,8}$/.test(letters)) return padded(ticks / TICKS_PER_DAY, letters.length);
  if (/^hh?$/.test(letters)) return clockPart(letters.toUpperCase(), ticks);
  return clockPart(letters, ticks);
};

const formatDatetime = kqlFunction({
  name: "format_datetime",
  source: `${page("format-datetime-function")}, engine`,
  params: [
    { name: "date", type: "datetime" },
    { name: "format", type: "string" },
  ],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["format_datetime(datetime(2017-01-29 09:00:05), 'yyyy-M-dd [H:mm:ss]')", "'2017-1-29 [9:00:05]'"],
    ["format_datetime(datetime(2020-06-15 13:45:09.5), 'h:mm:ss.ff tt')", "'1:45:09.50 PM'"],
  ],
  prepare: (site) => (date, format) => formatted(format, date, datetimeSpecifier, site),
});

const formatTimespan = kqlFunction({
  name: "format_timespan",
  source: `${page("format-timespan-function")}, engine`,
  params: [
    { name: "span", type: "timespan" },
    { name: "format", type: "string" },
  ],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["format_timespan(-2h - 30m, 'hh:mm')", "'-02:30'"],
    ["format_timespan(25h + 61m, 'h:m')", "'2:1'"],
  ],
  prepare: (site) => (span, format) =>
    (span < 0n ? "-" : "") + formatted(format, span < 0n ? -span : span, timespanSpecifier, site),
});

/** Ticks of seconds with a fraction: the engine keeps all seven digits. */
const secondTicks = (seconds: number) => BigInt(Math.round(seconds * Number(TICKS_PER_SECOND)));

const makeDatetime = kqlFunction({
  name: "make_datetime",
  source: `${page("make-datetime-function")}, engine`,
  params: [
    { name: "year", type: "long" },
    { name: "month", type: "long" },
    { name: "day", type: "long" },
    { name: "hour", type: "long", optional: true },
    { name: "minute", type: "long", optional: true },
    { name: "second", type: "real", optional: true },
  ],
  returns: "datetime",
  nulls: "null in, null out",
  examples: [["make_datetime(2017, 10, 1, 12, 10)", "datetime(2017-10-01 12:10)"]],
  call: (year, month, day, hour = 0, minute = 0, second = 0) => {
    const [y, m, d, h, min] = [year, month, day, hour, minute].map(Number) as [number, number, number, number, number];
    const isDay = y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m);
    const isTime = h >= 0 && h < 24 && min >= 0 && min < 60 && second >= 0 && second < 60;
    if (!isDay || !isTime) return null;
    const time = BigInt(h) * TICKS_PER_HOUR + BigInt(min) * TICKS_PER_MINUTE + secondTicks(second);
    return datetimeInRange(ticksOf({ year: y, month: m, day: d, time }));
  },
});

/** Two arguments are hours and minutes, three have seconds, four begin with days. */
const makeTimespan = kqlFunction({
  name: "make_timespan",
  source: `${page("make-timespan-function")}, engine`,
  params: [
    { name: "days or hours", type: "long" },
    { name: "hours or minutes", type: "long" },
    { name: "minutes or seconds", type: "real", optional: true },
    { name: "seconds", type: "real", optional: true },
  ],
  returns: "timespan",
  nulls: "null in, null out",
  examples: [
    ["make_timespan(1, 12, 30, 55.123)", "time(1.12:30:55.123)"],
    ["make_timespan(12, 30, 1.5)", "time(12:30:01.5)"],
    ["make_timespan(12, 30)", "time(12:30:00)"],
    ["isnull(make_timespan(24, 0))", "true"],
  ],
  prepare:
    (site) =>
    (first, second, third = 0, fourth) => {
      const [days, hours, minutes, seconds] =
        fourth === undefined
          ? [0, Number(first), Number(second), third]
          : [Number(first), Number(second), third, fourth];
      const isClock = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
      if (!isClock) return null;
      if (days < 0 || days > DAYS_MAX || !Number.isInteger(minutes)) {
        return site.refuse("unsupported", "`make_timespan` of these days or minutes is not evaluated");
      }
      return (
        BigInt(days) * TICKS_PER_DAY +
        BigInt(hours) * TICKS_PER_HOUR +
        BigInt(minutes) * TICKS_PER_MINUTE +
        secondTicks(seconds)
      );
    },
});

/** Whole days of the longest timespan. */
const DAYS_MAX = 10_675_198;

function unixtime(unit: string, ticksPerUnit: bigint): KqlFunction {
  const name = `unixtime_${unit}_todatetime`;
  const units = 10_000_000n / ticksPerUnit;
  return kqlFunction({
    name,
    source: page(`unixtime-${unit}-todatetime-function`),
    params: [{ name: "timestamp", type: "long" }],
    returns: "datetime",
    nulls: "null in, null out",
    examples: [[`${name}(${1_546_300_800n * units})`, "datetime(2019-01-01)"]],
    call: (timestamp) => datetimeInRange(UNIX_EPOCH_TICKS + BigInt(timestamp) * ticksPerUnit),
  });
}

const unixtimeNanoseconds = kqlFunction({
  name: "unixtime_nanoseconds_todatetime",
  source: page("unixtime-nanoseconds-todatetime-function"),
  params: [{ name: "timestamp", type: "long" }],
  returns: "datetime",
  nulls: "null in, null out",
  examples: [["unixtime_nanoseconds_todatetime(1546300800000000100)", "datetime(2019-01-01 00:00:00.0000001)"]],
  prepare: (site) => (timestamp) => {
    const nanoseconds = BigInt(timestamp);
    if (nanoseconds < 0n && nanoseconds % 100n !== 0n) {
      return site.refuse(
        "unsupported",
        "`unixtime_nanoseconds_todatetime` of parts of a tick before 1970 is not evaluated",
      );
    }
    return datetimeInRange(UNIX_EPOCH_TICKS + nanoseconds / 100n);
  },
});

const floorFrom = (value: bigint, size: bigint, fixed: bigint) => {
  const distance = value - fixed;
  const rest = distance % size;
  return value - (rest < 0n ? rest + size : rest);
};

const NUMERIC_BINS = (["long", "real"] as const).map((type) =>
  overload({
    params: [
      { name: "value", type },
      { name: "size", type },
      { name: "fixed", type },
    ],
    returns: type,
    nulls: "null in, null out",
    call: (value: number | bigint, size: number | bigint, fixed: number | bigint) => {
      if (!(Number(size) > 0)) return null;
      if (type === "long") return longOf(floorFrom(BigInt(value), BigInt(size), BigInt(fixed)));
      const [from, width] = [Number(fixed), Number(size)];
      return from + Math.floor((Number(value) - from) / width) * width;
    },
  }),
);

const binAt: KqlFunction = {
  name: "bin_at",
  source: `${page("bin-at-function")}, engine`,
  examples: [
    ["bin_at(6.5, 2.5, 7)", "4.5"],
    ["bin_at(5, 3, 1)", "4"],
    ["bin_at(time(1h), 1d, 12h)", "-12h"],
    ["bin_at(datetime(2017-05-17 10:20), 7d, datetime(2017-06-04))", "datetime(2017-05-14)"],
  ],
  overloads: [
    ...NUMERIC_BINS,
    ...(["datetime", "timespan"] as const).map((type) =>
      overload({
        params: [
          { name: "value", type },
          { name: "size", type: "timespan" },
          { name: "fixed", type },
        ],
        returns: type,
        nulls: "null in, null out",
        call: (value, size, fixed) => {
          if (size <= 0n) return null;
          const start = floorFrom(value, size, fixed);
          return type === "datetime" ? datetimeInRange(start) : start;
        },
      }),
    ),
  ],
};

export const formatFunctions: readonly KqlFunction[] = [
  formatDatetime,
  formatTimespan,
  makeDatetime,
  unixtime("seconds", 10_000_000n),
  unixtime("milliseconds", 10_000n),
  unixtime("microseconds", 10n),
  unixtimeNanoseconds,
  makeTimespan,
  binAt,
];
