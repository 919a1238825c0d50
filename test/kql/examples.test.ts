/** The examples of every definition hold: functions, aggregates, operators. */

import { describe, expect, test } from "vitest";
import { aggregates } from "../../src/kql/aggregates/registry";
import { functions } from "../../src/kql/functions/registry";
import { operators } from "../../src/kql/operators/registry";
import { rowsOf } from "./run-query";

const cell = (rows: unknown): unknown => (Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0][0] : rows);

describe("functions", () => {
  // One query for all examples of a function: binding costs far more than running.
  test.each(functions.filter(({ examples }) => examples.length > 0))("$name", ({ examples }) => {
    const columns = examples.flat();
    const rows = rowsOf(`print ${columns.map((text, index) => `c${index} = ${text}`).join(", ")}`);
    const cells = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : rows;
    const shown = examples.map(([expression], index) => [expression, Array.isArray(cells) ? cells[2 * index] : cells]);
    const wanted = examples.map(([expression], index) => [
      expression,
      Array.isArray(cells) ? cells[2 * index + 1] : null,
    ]);
    expect(shown).toEqual(wanted);
    expect(Array.isArray(cells) && cells.length).toBe(columns.length);
  });

  test("a name is given once", () => {
    const names = functions.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("every function has a source, and an example in its family", () => {
    expect(functions.filter(({ source }) => !source.includes("https://")).map(({ name }) => name)).toEqual([]);
  });
});

describe("aggregates", () => {
  const cases = aggregates.flatMap(({ examples }) => examples);
  test.each(cases)("%s", (query, expected) => {
    expect(cell(rowsOf(query))).toEqual(expected);
  });

  test("a name is given once", () => {
    const names = aggregates.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe("operators", () => {
  const cases = operators.flatMap(({ examples }) => examples);
  test.each(cases)("$query", ({ query, rows }) => {
    expect(rowsOf(query)).toEqual(rows);
  });
});
