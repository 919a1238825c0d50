import { expect, test } from "vitest";
import { evaluated } from "./expect-value";

const CASES: readonly (readonly [expression: string, value: unknown])[] = [
  ["utcNow()", "2026-03-01T10:20:30.1234567Z"],
  ["getPastTime(1, 'Month')", "2026-02-01T10:20:30.1234567Z"],
  ["getFutureTime(2, 'Week', 'yyyy-MM-dd')", "2026-03-15"],
  [
    "getFutureTime(2, 'Fortnight')",
    "invalid: unknown unit of time `Fortnight`; one of Second, Minute, Hour, Day, Week, Month, Year",
  ],
  ["formatDateTime('2018-03-15T13:05:06.1234567Z', 'dd/MM/yyyy hh:mm:ss.fff tt K')", "15/03/2018 01:05:06.123 PM Z"],
  ["formatDateTime('2018-03-15T13:05:06.1200000Z', 'HH:mm:ss.FFFFFFF')", "13:05:06.12"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'HH:mm:ss.FFF')", "13:05:06"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'r')", "Thu, 15 Mar 2018 13:05:06 GMT"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'f')", "Thursday, March 15, 2018 1:05 PM"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'G')", "3/15/2018 1:05:06 PM"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'd', 'de-DE')", "15.03.2018"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'dd/MM', 'de-DE')", "15.03"],
  ["formatDateTime('2018-03-15T13:05:06Z', '%d')", "15"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'yyyy''T''')", "2018T"],
  ["formatDateTime('2018-03-15T13:05:06Z', 'x')", "invalid: `x` is not a valid time format"],
  ["formatDateTime('2018-03-15T13:05:06+02:00')", "2018-03-15T11:05:06.0000000Z"],
  ["formatDateTime('Mar 15 2018 1:05 PM')", "2018-03-15T13:05:00.0000000"],
  ["formatDateTime('15 March 2018')", "2018-03-15T00:00:00.0000000"],
  ["formatDateTime('Thu, 15 Mar 2018 13:05:06 GMT')", "2018-03-15T13:05:06.0000000Z"],
  ["formatDateTime('2018-13-01')", "invalid: `2018-13-01` is not a valid time"],
  ["formatDateTime('2018-02-29')", "invalid: `2018-02-29` is not a valid time"],
  ["formatDateTime('2018-01-01T80:00:00Z')", "invalid: `2018-01-01T80:00:00Z` is not a valid time"],
  ["formatDateTime('yesterday')", "invalid: `yesterday` is not a valid time"],
  ["formatDateTime('March 15')", "unsupported: `March 15` has no year, so it would depend on the day of the run"],
  ["parseDateTime('martes 20 octubre 2020', 'es-es')", "2020-10-20T00:00:00.0000000"],
  ["parseDateTime('21052019', 'fr-fr', 'ddMMyyyy')", "2019-05-21T00:00:00.0000000"],
  ["parseDateTime('21-05', 'fr-fr', 'ddMMyyyy')", "invalid: `21-05` is not a time of the format `ddMMyyyy`"],
  [
    "convertTimeZone('2018-03-11T02:30:00', 'Pacific Standard Time', 'UTC')",
    "invalid: the clock of `Pacific Standard Time` never shows this time: it is skipped in spring",
  ],
  ["convertTimeZone('2018-11-04T01:30:00', 'Pacific Standard Time', 'UTC')", "2018-11-04T09:30:00.0000000Z"],
  [
    "convertToUtc('2018-01-01T00:00:00Z', 'Pacific Standard Time')",
    "invalid: the time is marked as UTC, so it can't be read as a time in `Pacific Standard Time`",
  ],
  ["convertFromUtc('2018-07-01T00:00:00Z', 'India Standard Time')", "2018-07-01T05:30:00.0000000"],
  ["convertFromUtc('2018-07-01T00:00:00Z', 'Nowhere Time')", "invalid: unknown time zone `Nowhere Time`"],
  ["dateDifference('2015-02-08T10:00:00', '2015-02-09T09:59:59.5')", "23:59:59.5000000"],
  ["ticks('2025-09-25T05:18:31.3384797Z')", "638943743113384797"],
  ["addToTime('2024-02-29T00:00:00Z', 1, 'Year')", "2025-02-28T00:00:00.0000000Z"],
  ["addDays('9999-12-31T00:00:00Z', 1)", "invalid: the time is outside the years 1 to 9999"],
  ["startOfMonth('2018-03-15T13:30:30')", "2018-03-01T00:00:00.0000000"],
];

test.each(CASES)("%s", (expression, value) => {
  expect(evaluated(expression)).toBe(value);
});
