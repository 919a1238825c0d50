/** Functions on times. */

import { cultureOf, DEFAULT_CULTURE } from "../culture/cultures";
import { formatTime, ROUND_TRIP_FORMAT } from "../culture/date-format";
import { parseTime } from "../culture/date-parse";
import { parseTimeExact } from "../culture/date-parse-exact";
import { invalid } from "../failure";
import {
  addMonths,
  addTicks,
  civilOf,
  dayOfWeek as dayOfWeekOf,
  dayOfYear as dayOfYearOf,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  type Time,
  timeOf,
} from "../time/time";
import { timeSpanText } from "../time/time-span";
import { fromUtc, toUtc } from "../time/time-zone";
import type { Value } from "../value";
import { integerAt, optionalTextAt, textAt } from "./arguments";
import type { ExpressionFunction } from "./definition";

function timeAt(given: readonly Value[], index: number): Time {
  return parseTime(textAt(given, index), cultureOf(DEFAULT_CULTURE));
}

function written(time: Time, format: string | undefined, locale = DEFAULT_CULTURE): string {
  return formatTime(time, format ?? ROUND_TRIP_FORMAT, cultureOf(locale));
}

function adder(name: string, unit: string, ticks: bigint, example: string): ExpressionFunction {
  return {
    name,
    summary: `adds ${unit} to a time`,
    arity: [2, 3],
    examples: [[`${name}('2018-03-15T00:00:30Z', -5)`, example]],
    call: (given) => written(addTicks(timeAt(given, 0), integerAt(given, 1) * ticks), optionalTextAt(given, 2)),
  };
}

const UNITS: Readonly<Record<string, { readonly ticks?: bigint; readonly months?: bigint }>> = {
  second: { ticks: TICKS_PER_SECOND },
  minute: { ticks: TICKS_PER_MINUTE },
  hour: { ticks: TICKS_PER_HOUR },
  day: { ticks: TICKS_PER_DAY },
  week: { ticks: 7n * TICKS_PER_DAY },
  month: { months: 1n },
  year: { months: 12n },
};

function moved(time: Time, count: bigint, unitName: string): Time {
  const unit = UNITS[unitName.toLowerCase()];
  if (!unit)
    return invalid(`unknown unit of time \`${unitName}\`; one of Second, Minute, Hour, Day, Week, Month, Year`);
  return unit.months === undefined ? addTicks(time, count * (unit.ticks ?? 0n)) : addMonths(time, count * unit.months);
}

const addToTime: ExpressionFunction = {
  name: "addToTime",
  summary: "adds a number of units to a time",
  arity: [3, 4],
  examples: [
    ["addToTime('2018-01-01T00:00:00Z', 1, 'Day')", "2018-01-02T00:00:00.0000000Z"],
    ["addToTime('2018-01-31T00:00:00Z', 1, 'Month', 'D')", "Wednesday, February 28, 2018"],
  ],
  call: (given) => written(moved(timeAt(given, 0), integerAt(given, 1), textAt(given, 2)), optionalTextAt(given, 3)),
};

const subtractFromTime: ExpressionFunction = {
  name: "subtractFromTime",
  summary: "takes a number of units off a time",
  arity: [3, 4],
  examples: [["subtractFromTime('2018-01-02T00:00:00Z', 1, 'Day')", "2018-01-01T00:00:00.0000000Z"]],
  call: (given) => written(moved(timeAt(given, 0), -integerAt(given, 1), textAt(given, 2)), optionalTextAt(given, 3)),
};

const getFutureTime: ExpressionFunction = {
  name: "getFutureTime",
  summary: "the time a number of units from now",
  arity: [2, 3],
  examples: [["length(getFutureTime(5, 'Day'))", 28]],
  call: (given, { now }) => written(moved(now, integerAt(given, 0), textAt(given, 1)), optionalTextAt(given, 2)),
};

const getPastTime: ExpressionFunction = {
  name: "getPastTime",
  summary: "the time a number of units ago",
  arity: [2, 3],
  examples: [["length(getPastTime(5, 'Day'))", 28]],
  call: (given, { now }) => written(moved(now, -integerAt(given, 0), textAt(given, 1)), optionalTextAt(given, 2)),
};

const utcNow: ExpressionFunction = {
  name: "utcNow",
  summary: "the time now",
  arity: [0, 1],
  examples: [["length(utcNow('yyyy'))", 4]],
  call: (given, { now }) => written(now, optionalTextAt(given, 0)),
};

const convertFromUtc: ExpressionFunction = {
  name: "convertFromUtc",
  summary: "turns a time in UTC into the time of a zone",
  arity: [2, 3],
  examples: [
    ["convertFromUtc('2018-01-01T08:00:00.0000000Z', 'Pacific Standard Time')", "2018-01-01T00:00:00.0000000"],
    ["convertFromUtc('2018-07-01T08:00:00Z', 'W. Europe Standard Time', 'HH:mm')", "10:00"],
  ],
  call: (given) => written(fromUtc(timeAt(given, 0), textAt(given, 1)), optionalTextAt(given, 2)),
};

const convertToUtc: ExpressionFunction = {
  name: "convertToUtc",
  summary: "turns a time of a zone into UTC",
  arity: [2, 3],
  examples: [["convertToUtc('01/01/2018 00:00:00', 'Pacific Standard Time')", "2018-01-01T08:00:00.0000000Z"]],
  call: (given) => written(toUtc(timeAt(given, 0), textAt(given, 1)), optionalTextAt(given, 2)),
};

const convertTimeZone: ExpressionFunction = {
  name: "convertTimeZone",
  summary: "turns a time of one zone into the time of another",
  arity: [3, 4],
  examples: [
    ["convertTimeZone('2018-01-01T08:00:00.0000000Z', 'UTC', 'Pacific Standard Time')", "2018-01-01T00:00:00.0000000"],
  ],
  call: (given) =>
    written(fromUtc(toUtc(timeAt(given, 0), textAt(given, 1)), textAt(given, 2)), optionalTextAt(given, 3)),
};

const dateDifference: ExpressionFunction = {
  name: "dateDifference",
  summary: "the time from the first to the second time, as a timespan",
  arity: [2, 2],
  examples: [
    ["dateDifference('2015-02-08', '2018-07-30')", "1268.00:00:00"],
    ["dateDifference('2018-07-30T12:00:00Z', '2018-07-30T10:30:00Z')", "-01:30:00"],
  ],
  call: (given) => timeSpanText(timeAt(given, 1).ticks - timeAt(given, 0).ticks),
};

const dayOfMonth: ExpressionFunction = {
  name: "dayOfMonth",
  summary: "the day of the month",
  arity: [1, 1],
  examples: [["dayOfMonth('2018-03-15T13:27:36Z')", 15]],
  call: (given) => BigInt(civilOf(timeAt(given, 0).ticks).day),
};

const dayOfWeek: ExpressionFunction = {
  name: "dayOfWeek",
  summary: "the day of the week, Sunday is 0",
  arity: [1, 1],
  examples: [["dayOfWeek('2018-03-15T13:27:36Z')", 4]],
  call: (given) => BigInt(dayOfWeekOf(timeAt(given, 0).ticks)),
};

const dayOfYear: ExpressionFunction = {
  name: "dayOfYear",
  summary: "the day of the year",
  arity: [1, 1],
  examples: [["dayOfYear('2018-03-15T13:27:36Z')", 74]],
  call: (given) => BigInt(dayOfYearOf(timeAt(given, 0).ticks)),
};

const formatDateTime: ExpressionFunction = {
  name: "formatDateTime",
  summary: "writes a time in a .NET format",
  arity: [1, 3],
  examples: [
    ["formatDateTime('03/15/2018')", "2018-03-15T00:00:00.0000000"],
    ["formatDateTime('01/31/2016', 'dddd MMMM d')", "Sunday January 31"],
    ["formatDateTime('01/31/2016', 'dddd MMMM d', 'fr-fr')", "dimanche janvier 31"],
  ],
  call: (given) => written(timeAt(given, 0), optionalTextAt(given, 1), optionalTextAt(given, 2)),
};

const parseDateTime: ExpressionFunction = {
  name: "parseDateTime",
  summary: "reads a time as a culture writes it, or by a format",
  arity: [1, 3],
  examples: [
    ["parseDateTime('20/10/2014', 'fr-fr')", "2014-10-20T00:00:00.0000000"],
    ["parseDateTime('10/20/2014 15h', 'en-US', 'MM/dd/yyyy HH\\h')", "2014-10-20T15:00:00.0000000"],
  ],
  call: (given) => {
    const culture = cultureOf(optionalTextAt(given, 1) ?? DEFAULT_CULTURE);
    const format = optionalTextAt(given, 2);
    const text = textAt(given, 0);
    return written(format === undefined ? parseTime(text, culture) : parseTimeExact(text, format, culture), undefined);
  },
};

function starter(name: string, unit: string, example: string, start: (time: Time) => bigint): ExpressionFunction {
  return {
    name,
    summary: `the start of the ${unit}`,
    arity: [1, 2],
    examples: [[`${name}('2018-03-15T13:30:30Z')`, example]],
    call: (given) => {
      const time = timeAt(given, 0);
      return written(timeOf(start(time), time.kind), optionalTextAt(given, 1));
    },
  };
}

const startOfDay = starter(
  "startOfDay",
  "day",
  "2018-03-15T00:00:00.0000000Z",
  ({ ticks }) => ticks - (ticks % TICKS_PER_DAY),
);
const startOfHour = starter(
  "startOfHour",
  "hour",
  "2018-03-15T13:00:00.0000000Z",
  ({ ticks }) => ticks - (ticks % TICKS_PER_HOUR),
);
const startOfMonth = starter("startOfMonth", "month", "2018-03-01T00:00:00.0000000Z", ({ ticks }) => {
  const day = ticks - (ticks % TICKS_PER_DAY);
  return day - BigInt(civilOf(day).day - 1) * TICKS_PER_DAY;
});

const ticksFunction: ExpressionFunction = {
  name: "ticks",
  summary: "counts the 100-nanosecond steps from year 1 to a time",
  arity: [1, 1],
  examples: [["ticks('1970-01-01T00:00:00Z')", "621355968000000000"]],
  call: (given) => timeAt(given, 0).ticks,
};

export const dateTimeFunctions: readonly ExpressionFunction[] = [
  adder("addDays", "days", TICKS_PER_DAY, "2018-03-10T00:00:30.0000000Z"),
  adder("addHours", "hours", TICKS_PER_HOUR, "2018-03-14T19:00:30.0000000Z"),
  adder("addMinutes", "minutes", TICKS_PER_MINUTE, "2018-03-14T23:55:30.0000000Z"),
  adder("addSeconds", "seconds", TICKS_PER_SECOND, "2018-03-15T00:00:25.0000000Z"),
  addToTime,
  convertFromUtc,
  convertTimeZone,
  convertToUtc,
  dateDifference,
  dayOfMonth,
  dayOfWeek,
  dayOfYear,
  formatDateTime,
  getFutureTime,
  getPastTime,
  parseDateTime,
  startOfDay,
  startOfHour,
  startOfMonth,
  subtractFromTime,
  ticksFunction,
  utcNow,
];
