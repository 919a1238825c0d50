/** The way of rows through a query, for a person. */

import { expect, test } from "vitest";
import { sourceText, span } from "../../src/diagnostics";
import { rowTrace } from "../../src/testing/detection/row-trace";

const source = sourceText("rules/a.yaml", "SigninLogs\n| where a\n| where b\n| project c\n");
const functions = sourceText("rules/f.yaml", "| extend d\n");
const placed = (start: number, end: number) =>
  start < 100 ? span(source, start, end) : span(functions, start - 100, end - 100);
const tap = (step: string, start: number, [rowsIn, rowsOut]: readonly [number, number]) =>
  ({ step, at: [start, start + 1], rowsIn, rowsOut }) as unknown as Parameters<typeof rowTrace>[0][number];

test("ends at the step that lost them, and names a file once", () => {
  const taps = [
    tap("extend", 102, [3, 3]),
    tap("where", 13, [3, 2]),
    tap("where", 23, [2, 0]),
    tap("project", 33, [0, 0]),
    tap("extend", 33, [0, 0]),
  ];
  expect(rowTrace(taps, placed)).toEqual([
    "rows were lost by `where` at rules/a.yaml:3:3: 2 in, none out",
    "  rules/f.yaml",
    "    1:3  extend       3 -> 3",
    "  rules/a.yaml",
    "    2:3  where        3 -> 2",
    "    3:3  where        2 -> 0",
    "  no row reached the 2 steps behind it",
  ]);
});

test("shows all of them where a step makes a row of none", () => {
  const taps = [tap("where", 13, [3, 0]), tap("count", 23, [0, 1])];
  expect(rowTrace(taps, placed).slice(1)).toEqual([
    "  rules/a.yaml",
    "    2:3  where        3 -> 0",
    "    3:3  count        0 -> 1",
  ]);
});

test("says so where none was lost", () => {
  expect(rowTrace([tap("where", 13, [1, 1])], placed)[0]).toBe("no step lost all of its rows:");
});
