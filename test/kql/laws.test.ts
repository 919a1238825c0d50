/** Laws that hold for any rows: filters commute with `and`, groups do not depend on the order of rows, nulls drop out. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "./run-query";

const SEED = { seed: 20260115, numRuns: 6 };

const number = fc.option(fc.integer({ min: -9, max: 9 }), { nil: null });
const rows = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), number), { minLength: 1, maxLength: 8 });
const bound = fc.integer({ min: -9, max: 9 });

type Made = readonly (readonly [string, number | null])[];

function table(made: Made): string {
  const cells = made.map(([key, value]) => `'${key}', ${value === null ? "long(null)" : `long(${value})`}`);
  return `datatable(k:string, v:long)[${cells.join(", ")}]`;
}

const TOTALS =
  "summarize n = count(), total = sum(v), least = min(v), most = max(v), kinds = dcount(v) by k | sort by k asc";

describe("laws", () => {
  test("two filters are one with `and`", () => {
    fc.assert(
      fc.property(rows, bound, bound, (made, low, high) => {
        const two = rowsOf(`${table(made)} | where v >= ${low} | where v <= ${high}`);
        expect(two).toEqual(rowsOf(`${table(made)} | where v >= ${low} and v <= ${high}`));
      }),
      SEED,
    );
  });

  test("a filter, its negation and its nulls are all rows", () => {
    fc.assert(
      fc.property(rows, bound, (made, low) => {
        const filter = `${table(made)} | summarize yes = countif(v > ${low}), no = countif(not(v > ${low})), none = countif(isnull(v))`;
        const [counts] = rowsOf(filter) as readonly (readonly number[])[];
        expect(counts?.reduce((sum, each) => sum + each, 0)).toBe(made.length);
      }),
      SEED,
    );
  });

  test("groups do not depend on the order of rows", () => {
    fc.assert(
      fc.property(rows, (made) => {
        expect(rowsOf(`${table(made)} | ${TOTALS}`)).toEqual(rowsOf(`${table(made.toReversed())} | ${TOTALS}`));
      }),
      SEED,
    );
  });

  test("a total of two tables is the total of their totals", () => {
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const parts = [one, two].map((made) => `(${table(made)} | summarize v = sum(v) by k)`);
        const whole = rowsOf(`union (${table(one)}), (${table(two)}) | summarize v = sum(v) by k | sort by k asc`);
        expect(rowsOf(`union ${parts.join(", ")} | summarize v = sum(v) by k | sort by k asc`)).toEqual(whole);
      }),
      SEED,
    );
  });

  test("a conditional aggregate is the plain one behind a filter", () => {
    fc.assert(
      fc.property(rows, bound, (made, low) => {
        const conditional = `summarize sumif(v, v > ${low}), stdevif(v, v > ${low}), make_list_if(v, v > ${low})`;
        const plain = `where v > ${low} | summarize sum(v), stdev(v), make_list(v)`;
        expect(rowsOf(`${table(made)} | ${conditional}`)).toEqual(rowsOf(`${table(made)} | ${plain}`));
      }),
      SEED,
    );
  });

  test("a list that is expanded gives its rows again", () => {
    fc.assert(
      fc.property(rows, (made) => {
        const listed = `${table(made)} | where isnotnull(v) | summarize v = make_list(v)`;
        const plain = rowsOf(`${table(made)} | where isnotnull(v) | project v`);
        expect(rowsOf(`${listed} | mv-expand v to typeof(long)`)).toEqual(plain);
        expect(rowsOf(`${listed} | mv-apply v to typeof(long) on (where true)`)).toEqual(plain);
      }),
      SEED,
    );
  });
});
