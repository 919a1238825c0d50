/** Seasons, trends and outliers of series: what is found by itself, what is told, and what is refused. */

import { expect, test } from "vitest";
import { programOf } from "./program-of";
import { rowsOfProgram } from "./run-program";

const rowsOf = (query: string, seasonality?: number) =>
  rowsOfProgram(query, programOf(query), seasonality === undefined ? {} : { seasonality });

const WEEK = "dynamic([1, 1, 1, 1, 1, 5, 5, 1, 1, 1, 1, 1, 5, 5, 1, 1, 1, 1, 1, 5, 9])";
const SEASON = [1, 1, 1, 1, 1, 5, 5, 1, 1, 1, 1, 1, 5, 5, 1, 1, 1, 1, 1, 5, 5];

test("a period that the query leaves to the engine is the one that is told", () => {
  const query = `print s = ${WEEK} | project series_seasonal(s)`;
  expect(rowsOf(query, 7)).toEqual([[SEASON]]);
  expect(rowsOf(query)).toEqual([
    "PKT2901 `series_seasonal` looks for a period by itself: it is evaluated where `seasonality` says which one it finds",
  ]);
});

test.each([
  [3, "in a series of 21 `series_decompose` finds periods of 4 to 10, not the 3 of `seasonality`"],
  [11, "in a series of 21 `series_decompose` finds periods of 4 to 10, not the 11 of `seasonality`"],
])("a period of %i can't be the one it finds", (period, message) => {
  expect(rowsOf(`print s = ${WEEK} | extend series_decompose(s)`, period)).toEqual([`PKT2901 ${message}`]);
});

test.each([
  ["none is found", "-1", 0],
  ["none is looked for", "0", 4],
])("without a season all but the mean is left: %s", (_, seasonality, told) => {
  expect(
    rowsOf(`print (b, s, t, r) = series_decompose(dynamic([2, 4, 2, 4, 2, 4, 2, 12]), ${seasonality})`, told),
  ).toEqual([[new Array(8).fill(4), new Array(8).fill(0), new Array(8).fill(4), [-2, 0, -2, 0, -2, 0, -2, 8]]]);
});

test("fewer than eight members have no period of four or more", () => {
  expect(rowsOf("print (b, s, t, r) = series_decompose(dynamic([1, 2, 3, 4, 5, 6, 7]), -1, 'linefit')")).toEqual([
    [[1, 2, 3, 4, 5, 6, 7], new Array(7).fill(0), [1, 2, 3, 4, 5, 6, 7], new Array(7).fill(0)],
  ]);
  expect(rowsOf("print series_seasonal(dynamic([1, 2, 3]))")).toEqual([
    "PKT2901 `series_seasonal` without a period is not evaluated",
  ]);
});

test("the trend is that of what the season leaves", () => {
  const query = "print (b, s, t, r) = series_decompose(dynamic([0, 10, 1, 11, 2, 12]), 2, 'linefit') | project s, t";
  const [[season, trend] = []] = rowsOf(query) as readonly (readonly number[][])[];
  expect(season).toEqual([1, 11, 1, 11, 1, 11]);
  // What is left is -1, -1, 0, 0, 1, 1.
  const slope = 8 / 17.5;
  expect(trend?.map((each) => each.toFixed(9))).toEqual(
    [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map((place) => (place * slope).toFixed(9)),
  );
});

test("flags are told apart by the threshold, up and down", () => {
  const flags = (threshold: string) =>
    rowsOf(
      `print y = dynamic([1, 2, 1, 3, -60, 1, 90, 2, 1, 3, 1, 2]) | extend (f, s, b) = series_decompose_anomalies(y, ${threshold}, 0, 'none') | project f`,
    );
  expect(flags("1.5")).toEqual([[[0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0, 0]]]);
  expect(flags("real(1000)")).toEqual([[new Array(12).fill(0)]]);
});

test("nothing comes of null", () => {
  expect(rowsOf("print x = dynamic(null) | extend series_decompose_anomalies(x)")).toEqual([[null, null, null, null]]);
  expect(rowsOf("print series_outliers(dynamic(null))")).toEqual([[null]]);
});

test.each([
  ["series_decompose(dynamic([1, 2, 3]), 0, 'avg', 1)", "`series_decompose` is evaluated without test points only"],
  [
    "series_decompose(dynamic([1, 2, 3]), 0, 'poly')",
    "`series_decompose` is evaluated for a trend of avg, linefit or none only",
  ],
  ["series_decompose(dynamic([1, 'a']), 0)", "`series_decompose` is evaluated for arrays of 2 or more numbers only"],
  [
    "series_decompose_anomalies(dynamic([1, 2, 3]), 1.5, 0, 'avg', 0, 'iqr')",
    "`series_decompose_anomalies` is evaluated with tukey or ctukey only",
  ],
  [
    "series_outliers(dynamic([7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]))",
    "`series_outliers` of values whose 10th and 90th percentiles are equal is not evaluated",
  ],
  [
    "series_outliers(dynamic([1, 2, 3]), 'ctukey', 2.0)",
    "`series_outliers` is evaluated without a value to ignore only",
  ],
  [
    "series_outliers(dynamic([1, 2, 3]), 'ctukey', real(null), 20.0, 90.0)",
    "`series_outliers` is evaluated with its own percentiles only",
  ],
  [
    "series_outliers(dynamic([1, 2, 3]), 'ctukey', real(null), 10.0, 80.0)",
    "`series_outliers` is evaluated with its own percentiles only",
  ],
])("%s is refused", (call, message) => {
  expect(rowsOf(`print ${call}`)).toEqual([`PKT2901 ${message}`]);
});
