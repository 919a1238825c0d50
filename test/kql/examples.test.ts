/** The examples of functions and aggregates hold. */

import { describe, expect, test } from "vitest";
import { aggregates } from "../../src/kql/aggregates/registry";
import { functions } from "../../src/kql/functions/registry";
import { rowsOf } from "./run-query";

const cell = (rows: unknown): unknown => (Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0][0] : rows);

/** Functions whose examples are tried by one query. */
const GROUP = 8;

describe("functions", () => {
  // One query for the examples of several functions: binding costs far more than running.
  const withExamples = functions.filter(({ examples }) => examples.length > 0);
  const groups = Array.from({ length: Math.ceil(withExamples.length / GROUP) }, (_, index) =>
    withExamples.slice(index * GROUP, (index + 1) * GROUP),
  ).map((group) => [group.map(({ name }) => name).join(", "), group.flatMap(({ examples }) => examples)] as const);

  test.each(groups)("%s", (_names, examples) => {
    const columns = examples.flat();
    const rows = rowsOf(`print ${columns.map((text, index) => `c${index} = ${text}`).join(", ")}`);
    const cells = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : undefined;
    const shown = examples.map(([expression], index) => [expression, cells?.[2 * index]]);
    const wanted = examples.map(([expression], index) => [expression, cells?.[2 * index + 1]]);
    expect(cells ?? rows).toHaveLength(columns.length);
    expect(shown).toEqual(wanted);
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
