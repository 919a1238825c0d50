/** What one run of a compiled query shares: the time, the world's rows, the frame of locals, the budget. */

import type { Column } from "../values/type-name";
import type { Row, Rows, Value } from "../values/value";
import type { Budget } from "./budget";
import type { World } from "./world";

/** A compiled scalar expression. */
export type Evaluate = (row: Row, run: Run) => Value;

/** A compiled tabular expression. */
export type Produce = (run: Run) => Rows;

/** A compiled step of a pipe. */
export type Transform = (rows: Rows, run: Run) => Rows;

/** A compiled step that takes its rows in parts, begun anew for each time that its pipe runs. */
export type Fold = (run: Run) => Folder;

export interface Folder {
  readonly add: (rows: Rows) => void;
  readonly finish: () => Rows;
}

export interface Run {
  /** Ticks; the same for the whole run. */
  readonly now: bigint;
  readonly world: World;
  readonly budget: Budget;
  /** Locals of called functions, by index. */
  readonly frame: Value[];
  /** What is evaluated at most once: constant parts, `let`s, `toscalar`. Filled as it is asked for. */
  readonly once: Map<object, Value | Rows>;
  /** Rows that the step around a subquery hands in. */
  input: Rows;
  /** The step at work, for functions that look at neighbours. */
  window: Window;
  readonly taps: Tap[] | undefined;
}

/** The rows that a step goes through, and which one is at hand. */
export interface Window {
  readonly rows: Rows;
  index: number;
  /** What window functions carry from row to row, by call site. */
  readonly carried: Map<object, Value>;
}

/** What went through one step. */
export interface Tap {
  readonly step: string;
  readonly at: readonly [start: number, end: number];
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly sample: Rows;
  readonly columns: readonly Column[];
}

/** Value of something that does not depend on the row, made on first use in this run. */
export function onceInRun<T extends Value | Rows>(run: Run, key: object, make: () => T): T {
  const known = run.once.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  run.once.set(key, made);
  return made;
}
