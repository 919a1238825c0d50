/** Tabular expressions of the IR: sources, and pipes of steps; every one says its columns. */

import type { RecordFormat } from "../values/records";
import type { Column } from "../values/type-name";
import type { At, LocalValue, Scalar } from "./scalar";
import type { Step } from "./step";

export type Tabular =
  | Table
  | Watchlist
  | External
  | DataTable
  | Print
  | Range
  | Relation
  | StepInput
  | TabularBind
  | Pipe
  | Union;

interface WithColumns {
  readonly columns: readonly Column[];
}

/** A table of the world, by name. */
export interface Table extends WithColumns {
  readonly kind: "table";
  readonly name: string;
  readonly at: At;
}

/** `_GetWatchlist('alias')`. */
export interface Watchlist extends WithColumns {
  readonly kind: "watchlist";
  readonly alias: string;
  readonly at: At;
}

/** `externaldata`: files by address, read by a format. */
export interface External extends WithColumns {
  readonly kind: "external";
  readonly addresses: readonly string[];
  readonly format: RecordFormat;
  readonly ignoresFirstRecord: boolean;
  readonly at: At;
}

export interface DataTable extends WithColumns {
  readonly kind: "datatable";
  /** Cell by cell, row by row; each is converted to its column's type. */
  readonly cells: readonly Scalar[];
}

/** One row. */
export interface Print extends WithColumns {
  readonly kind: "print";
  readonly values: readonly Assignment[];
}

export interface Range extends WithColumns {
  readonly kind: "range";
  readonly from: Scalar;
  readonly to: Scalar;
  readonly step: Scalar;
  readonly at: At;
}

/** A tabular `let` of the query, or what `as` named: evaluated at most once in a run. */
export interface Relation extends WithColumns {
  readonly kind: "relation";
  readonly index: number;
}

/** The rows that the step around a subquery hands in (`mv-apply`, `partition`, `fork` ...). */
export interface StepInput extends WithColumns {
  readonly kind: "input";
}

/** A called tabular function with its arguments. */
export interface TabularBind extends WithColumns {
  readonly kind: "bind";
  readonly locals: readonly LocalValue[];
  readonly body: Tabular;
}

export interface Pipe extends WithColumns {
  readonly kind: "pipe";
  readonly source: Tabular;
  readonly steps: readonly PipeStep[];
}

/** One `| operator` with the columns that come out of it. */
export interface PipeStep extends WithColumns {
  readonly step: Step;
  readonly at: At;
}

/** Rows of all legs, one after the other. */
export interface Union extends WithColumns {
  /** The first column says which leg a row is from (`withsource`). */
  readonly hasSource?: true;
  readonly kind: "union";
  readonly legs: readonly UnionLeg[];
}

export interface UnionLeg {
  readonly of: Tabular;
  /** For each result column: the leg's slot, or -1 where it has none. */
  readonly slots: readonly number[];
  /** What the `withsource` column says. */
  readonly name: string;
}

/** Slots that one expression fills: one, or several for a function that gives several values. */
export interface Assignment {
  readonly slots: readonly number[];
  readonly value: Scalar;
}
