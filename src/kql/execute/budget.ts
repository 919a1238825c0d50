/** What a run may cost: rows, megabytes, seconds. Work is counted in units, so the clock is seldom read. */

import { QueryEnd } from "./query-end";

export interface Limits {
  /** Most rows that any step may give. */
  readonly rows: number;
  /** Most memory that all rows of a run may take, estimated. */
  readonly megabytes: number;
  readonly seconds: number;
}

/** A test of a detection is far below; what hits these has run away. */
export const DEFAULT_LIMITS: Limits = { rows: 10_000_000, megabytes: 4_096, seconds: 60 };

export interface Budget {
  /** Counts units of work, about one for a row or item; ends the query when time is up. */
  readonly spend: (units: number) => void;
  /** Counts rows that a step keeps, and what they hold; ends the query when there are too many. A width of zero only looks at the number, so that a step may ask again and again while it grows. */
  readonly keep: (rows: number, width: number) => void;
}

/** Work between two looks at the clock: about a millisecond. */
const UNITS_PER_LOOK = 8_192;
/** A cell in a row array, and what a small value behind it takes; measured on Node 20 for rows of ten columns. */
const BYTES_PER_CELL = 16;
const BYTES_PER_ROW = 32;

/** `elapsedSeconds` grows with the time that has passed. */
export function budgetOf(limits: Limits, elapsedSeconds: () => number): Budget {
  const deadline = elapsedSeconds() + limits.seconds;
  let units = 0;
  let bytes = 0;
  return {
    spend: (more) => {
      units += more;
      if (units < UNITS_PER_LOOK) return;
      units = 0;
      if (elapsedSeconds() > deadline)
        throw new QueryEnd("limit", `the query ran longer than ${limits.seconds} seconds`);
    },
    keep: (rows, width) => {
      if (rows > limits.rows) throw new QueryEnd("limit", `a step of the query gave more than ${limits.rows} rows`);
      if (width === 0) return;
      bytes += rows * (width * BYTES_PER_CELL + BYTES_PER_ROW);
      if (bytes > limits.megabytes * 1_048_576) {
        throw new QueryEnd("limit", `the query needed more than ${limits.megabytes} megabytes`);
      }
    },
  };
}
