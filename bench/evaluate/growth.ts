/** What a row costs as there are more rows: of one query in all, and of operators that may take n log n. */

import type { Column, Row, Rows } from "../../src/kql/run";
import { KQL } from "./against";
import { collectGarbage, EVENT_COLUMNS, generatedEvents, milliseconds, preparedQuery, randomBelow } from "./events";

export interface Growth {
  /** By number of rows: nanoseconds of a row, or of a row and a doubling of rows. */
  readonly costs: Readonly<Record<string, number>>;
  /** The dearest size against the least. */
  readonly growth: number;
}

const SIZES = [1_000, 10_000, 100_000, 1_000_000, 5_000_000];
const OPERATOR_SIZES = [10_000, 100_000, 1_000_000];
/** Rows that a round goes over, at least. */
const ROWS_PER_ROUND = 1_000_000;
const ROUNDS = 4;

export function measureRows(): Growth {
  const events = generatedEvents(Math.max(...SIZES));
  const run = preparedQuery(KQL, { Events: EVENT_COLUMNS });
  const cost = (size: number) => leastOf(slicesOf(events, size), (rows) => run(new Map([["Events", rows]])));
  return growthOf(SIZES, cost);
}

/** Sizes are measured on different rows of the same memory, so that a small one does not live in the processor's cache. */
function slicesOf(rows: Rows, size: number): readonly Rows[] {
  const count = Math.max(1, Math.ceil(ROWS_PER_ROUND / size));
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

/** Nanoseconds of a row in the fastest round over all slices. */
function leastOf(slices: readonly Rows[], work: (rows: Rows) => unknown): number {
  const rows = slices.reduce((sum, slice) => sum + slice.length, 0);
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    collectGarbage();
    least = Math.min(
      least,
      milliseconds(() => slices.forEach(work)),
    );
  }
  return (least * 1_000_000) / rows;
}

function growthOf(sizes: readonly number[], cost: (size: number) => number): Growth {
  cost(sizes[0] as number);
  const costs = sizes.map(cost);
  const [first] = costs;
  return {
    costs: Object.fromEntries(sizes.map((size, index) => [String(size), costs[index] as number])),
    growth: Math.max(...costs) / (first as number),
  };
}

const KEYED: readonly Column[] = [
  { name: "Key", type: "string" },
  { name: "Number", type: "long" },
  { name: "Items", type: "dynamic" },
];

/** Keys grow with the rows: four rows of each. */
const ROWS_PER_KEY = 4;

const OPERATORS: Readonly<Record<string, string>> = {
  join: "T | join kind=inner U on Key",
  summarize: "T | summarize count(), sum(Number), make_set(Number) by Key",
  sort: "T | sort by Number desc, Key asc",
  mvExpand: "T | mv-expand Items to typeof(long)",
};

export function measureOperators(): Readonly<Record<string, Growth>> {
  return Object.fromEntries(
    Object.entries(OPERATORS).map(([name, query]) => {
      const run = preparedQuery(query, { T: KEYED, U: KEYED });
      const cost = (size: number) => {
        const left = slicesOf(keyedRows(Math.max(size, ROWS_PER_ROUND), size), size);
        const right = new Map(left.map((rows) => [rows, distinctKeys(size)]));
        const work = (rows: Rows) =>
          run(
            new Map([
              ["T", rows],
              ["U", right.get(rows) ?? []],
            ]),
          );
        return leastOf(left, work) / Math.log2(size);
      };
      return [name, growthOf(OPERATOR_SIZES, cost)];
    }),
  );
}

function keyedRows(count: number, size: number): Rows {
  const below = randomBelow();
  return Array.from({ length: count }, (_, index): Row => {
    const key = `key ${below(size / ROWS_PER_KEY)}`;
    return [key, below(size), [index, index + 1, index + 2]];
  });
}

function distinctKeys(size: number): Rows {
  return Array.from({ length: size / ROWS_PER_KEY }, (_, key): Row => [`key ${key}`, key, null]);
}
