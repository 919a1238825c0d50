/** A pipe gives the same whether its steps run one by one on all rows, as they do with taps, or row by row together on parts of them. */

import { expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { checkQuery } from "../../src/kql/check";
import { runProgram } from "../../src/kql/run";

/** More rows than go through at once, and not a multiple of that. */
const ROWS = 2_500;
const NUMBERS = `range x from 1 to ${ROWS} step 1`;

const QUERIES: readonly (readonly [query: string, rows: number])[] = [
  [`${NUMBERS} | where x % 3 != 0 | extend y = x * 2 | project z = x + y | where z > 100`, 1645],
  [
    `${NUMBERS} | where x > 10 | extend x = x % 7, y = x | summarize count(), sum(y), make_set(x) by x, bin(y, 100)`,
    176,
  ],
  [`${NUMBERS} | where x > 9999 | summarize count(), sum(x)`, 1],
  [`${NUMBERS} | where x > 9999 | summarize count() by x`, 0],
  [`${NUMBERS} | extend y = x % 10 | distinct y`, 10],
  [`${NUMBERS} | where x % 2 == 0 | count`, 1],
  [`${NUMBERS} | extend l = pack_array(x, x + 1, "z") | mv-expand i = l to typeof(long) limit 2 | where i > 3`, 4995],
  [
    `${NUMBERS} | extend l = range(0, x % 4) | mv-apply i = l to typeof(long) on (summarize s = sum(i)) | where s > 1`,
    1250,
  ],
  [
    `${NUMBERS} | extend s = strcat("n=", x, ";k=", x % 5) | parse-where s with "n=" n:long ";k=" k:long | where k == 1`,
    500,
  ],
  [
    `${NUMBERS} | extend s = strcat("n=", x, ";k=", x % 5) | parse-kv s as (k:long) with (pair_delimiter=";", kv_delimiter="=") | where k == 1`,
    500,
  ],
  [`${NUMBERS} | where x > 1000 | serialize n = row_number(), p = prev(x), s = row_cumsum(x) | where n > 1000`, 500],
  [`${NUMBERS} | where x > 5 | sort by x desc | extend d = x - next(x) | where d == 1 | take 2000`, 2000],
  [`${NUMBERS} | where x > toscalar(range y from 1 to 9 step 1 | summarize max(y)) | extend y = 1 | top 3 by x`, 3],
  // Steps in a row that are not made for parts: each needs all rows.
  [`${NUMBERS} | sort by x % 7 asc, x desc | take 2100 | top 1500 by x asc`, 1500],
  [`${NUMBERS} | sort by x asc | where x > 5 | take 30 | where x > 10`, 25],
  [`${NUMBERS} | serialize | take 2000 | sort by x desc | take 1500`, 1500],
  [`${NUMBERS} | serialize n = row_number() | extend p = prev(n) | extend q = prev(p), s = row_cumsum(n)`, 2500],
  [`${NUMBERS} | extend p = prev(x) | extend n = next(p) | where p != n | extend s = row_cumsum(x)`, 2500],
  [`${NUMBERS} | where x > 5 | extend n = row_number() | where n % 2 == 0 | serialize m = row_number()`, 1247],
  [`${NUMBERS} | top 2000 by x asc | extend p = prev(x, 2) | where x - p == 2 | take 1990`, 1990],
  [`${NUMBERS} | where x > 5 | extend y = iff(x % 2 == 0, long(null), x) | where isnull(y)`, 1248],
  [
    `${NUMBERS} | extend k = x % 500 | join kind=inner (${NUMBERS} | where x < 200) on $left.k == $right.x | where x > 9`,
    986,
  ],
];

test("taps tell what each step was given and what it gave", () => {
  const query = "range x from 1 to 9 step 1 | where x > 2 | extend y = x * 2 | count";
  const source = sourceText("query", query);
  const { program } = checkQuery(source);
  const ran = program && runProgram(program, { now: "2026-01-15", elapsedSeconds: () => 0, taps: true }, source);
  const long = (name: string) => ({ name, type: "long" });
  expect(
    ran?.kind === "rows" && ran.taps.map(({ at: [start, end], ...tap }) => ({ ...tap, text: query.slice(start, end) })),
  ).toEqual([
    {
      step: "where",
      text: "where x > 2",
      rowsIn: 9,
      rowsOut: 7,
      sample: [[3], [4], [5], [6], [7]],
      columns: [long("x")],
    },
    {
      step: "extend",
      text: "extend y = x * 2",
      rowsIn: 7,
      rowsOut: 7,
      sample: [3, 4, 5, 6, 7].map((x) => [x, 2 * x]),
      columns: [long("x"), long("y")],
    },
    { step: "count", text: "count", rowsIn: 7, rowsOut: 1, sample: [[7]], columns: [long("Count")] },
  ]);
});

test.each(QUERIES)("%s", (query, count) => {
  const source = sourceText("query", query);
  const { program, diagnostics } = checkQuery(source);
  if (!program) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const world = { now: "2026-01-15", elapsedSeconds: () => 0 };
  const oneByOne = runProgram(program, { ...world, taps: true }, source);
  const together = runProgram(program, world, source);
  expect(together).toEqual({ ...oneByOne, taps: [] });
  expect(together.kind === "rows" && together.rows.length).toBe(count);
});
