/** What a row costs as there are more rows: of one query in all, and of operators beside the plainest loop that does the same. */

import type { Column, Row, Rows } from "../../src/kql/run";
import { KQL } from "./against";
import { collectGarbage, EVENT_COLUMNS, generatedEvents, milliseconds, preparedQuery, randomBelow } from "./events";
import { type PlainLoop, plainLoops } from "./plain-loops";

/** Nanoseconds of a row by the number of rows. */
export type Costs = Readonly<Record<string, number>>;

export interface OperatorCosts {
  readonly picket: Costs;
  readonly plain: Costs;
}

export const ROW_SIZES = [1_000, 10_000, 100_000, 1_000_000, 5_000_000];
export const OPERATOR_SIZES = [10_000, 100_000, 1_000_000];
/** Rows that a round goes over, at least. */
const ROWS_PER_ROUND = 1_000_000;
const ROUNDS = 3;

export function measureRows(): Costs {
  const events = generatedEvents(Math.max(...ROW_SIZES));
  const run = preparedQuery(KQL, { Events: EVENT_COLUMNS });
  const costOf = (size: number) => {
    const slices = slicesOf(events, size);
    return perRow(slices, least([() => slices.map((rows) => run(new Map([["Events", rows]])))])[0]);
  };
  costOf(Math.min(...ROW_SIZES));
  return Object.fromEntries(ROW_SIZES.map((size) => [String(size), costOf(size)]));
}

/** Small sizes are measured on many slices of the same memory, so that their rows do not live in the processor's cache. */
function slicesOf(rows: Rows, size: number): readonly Rows[] {
  const count = Math.ceil(Math.min(rows.length, Math.max(size, ROWS_PER_ROUND)) / size);
  return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

function perRow(slices: readonly Rows[], time: number | undefined): number {
  return ((time ?? Number.NaN) * 1_000_000) / slices.reduce((sum, slice) => sum + slice.length, 0);
}

/** The fastest of several rounds of each work; they take turns, so that what else the machine does meets all alike. */
function least(works: readonly (() => unknown)[]): readonly number[] {
  const times = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, work] of works.entries()) {
      collectGarbage();
      times[index] = Math.min(times[index] as number, milliseconds(work));
    }
  }
  return times;
}

const KEYED: readonly Column[] = [
  { name: "Key", type: "string" },
  { name: "Number", type: "long" },
  { name: "Items", type: "dynamic" },
];

const QUERIES: Readonly<Record<keyof typeof plainLoops, string>> = {
  join: "T | join kind=inner U on Key",
  summarize: "T | summarize count(), sum(Number), make_set(Number) by Key",
  sort: "T | sort by Number desc, Key asc",
  mvExpand: "T | mv-expand Items to typeof(long)",
};

export function measureOperators(): Readonly<Record<string, OperatorCosts>> {
  return Object.fromEntries(
    Object.entries(plainLoops).map(([name, loop]) => {
      const run = preparedQuery(QUERIES[name as keyof typeof plainLoops], { T: KEYED, U: KEYED });
      const ours: PlainLoop = (left, right) =>
        run(
          new Map([
            ["T", left],
            ["U", right],
          ]),
        );
      operatorCosts(ours, loop, Math.min(...OPERATOR_SIZES));
      const costs = OPERATOR_SIZES.map((size) => [String(size), operatorCosts(ours, loop, size)] as const);
      const side = (index: 0 | 1) => Object.fromEntries(costs.map(([size, both]) => [size, both[index]]));
      return [name, { picket: side(0), plain: side(1) }];
    }),
  );
}

function operatorCosts(ours: PlainLoop, plain: PlainLoop, size: number): readonly [number, number] {
  const slices = slicesOf(keyedRows(Math.max(size, ROWS_PER_ROUND), size), size);
  const right = distinctKeys(size);
  const works = [ours, plain].map((work) => () => {
    for (const left of slices) work(left, right);
  });
  const [picketTime, plainTime] = least(works);
  return [perRow(slices, picketTime), perRow(slices, plainTime)];
}

/** Keys grow with the rows: four rows of each. */
const ROWS_PER_KEY = 4;

function keyedRows(count: number, size: number): Rows {
  const below = randomBelow();
  return Array.from({ length: count }, (_, index): Row => {
    return [`key ${below(size / ROWS_PER_KEY)}`, below(size), [index, index + 1, index + 2]];
  });
}

function distinctKeys(size: number): Rows {
  return Array.from({ length: size / ROWS_PER_KEY }, (_, key): Row => [`key ${key}`, key, null]);
}
