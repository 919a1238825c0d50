/** Steps of a pipe: one node kind per operator. */

import type { TypeName } from "../values/type-name";
import type { At, Scalar } from "./scalar";
import type { Assignment, Tabular } from "./tabular";

export type Step =
  | Where
  | Extend
  | Project
  | Summarize
  | Sort
  | Take
  | Count
  | Distinct
  | Join
  | MakeSeries
  | MvApply
  | MvExpand
  | Parse
  | ParseKv
  | Partition
  | Plugin
  | Scan
  | TopHitters
  | TopNested;

export interface Where {
  readonly kind: "where";
  readonly condition: Scalar;
}

/** Keeps the input's slots and puts new ones behind them; an assignment may replace a slot in place. */
export interface Extend {
  readonly kind: "extend";
  readonly width: number;
  readonly assignments: readonly Assignment[];
}

/** Makes new rows (`project`, `project-away`, `project-rename`, `project-reorder`, `project-keep`). */
export interface Project {
  readonly kind: "project";
  readonly width: number;
  readonly assignments: readonly Assignment[];
}

/** Groups rows by the `by` values. A group's row is its `by` values, then what each aggregate gives. */
export interface Summarize {
  readonly kind: "summarize";
  readonly by: readonly Scalar[];
  readonly aggregates: readonly AggregateCall[];
  /** What is computed from a group's row, when an expression is more than one aggregate: `max(x) - min(x)`. */
  readonly outputs?: readonly Assignment[];
}

/** Groups rows by the `by` values and by bins of an axis; a group's bins become arrays. */
export interface MakeSeries {
  readonly kind: "make-series";
  readonly by: readonly Scalar[];
  /** Of the type of the axis column, or of the wider type of a bound. */
  readonly axis: Scalar;
  readonly from?: Scalar;
  readonly to?: Scalar;
  readonly step: Scalar;
  /** True for `in range(...)`: the end belongs to the series. */
  readonly isEndIncluded: boolean;
  /** True for `kind=nonempty`: no rows give a series of defaults. */
  readonly isNonEmpty: boolean;
  /** Over a group's row: `by` values, the bin, then aggregates. */
  readonly aggregates: readonly AggregateCall[];
  readonly outputs?: readonly Assignment[];
  /** For each series: the type of its values and what stands where a bin has no rows. */
  readonly series: readonly { readonly type: TypeName; readonly gap: Scalar }[];
  readonly at: At;
}

export interface AggregateCall {
  readonly name: string;
  readonly overload: number;
  readonly args: readonly Scalar[];
  /** One type, or several for `arg_max` and its like: a value each. */
  readonly types: readonly TypeName[];
  readonly at: At;
}

export interface Sort {
  readonly kind: "sort";
  readonly by: readonly SortKey[];
  /** `top`: only the first so many. */
  readonly first?: Scalar;
}

export interface SortKey {
  readonly value: Scalar;
  readonly order: "asc" | "desc";
  readonly nulls: "first" | "last";
}

export interface Take {
  readonly kind: "take";
  readonly count: Scalar;
}

export interface Count {
  readonly kind: "count";
}

export interface Distinct {
  readonly kind: "distinct";
  readonly values: readonly Scalar[];
  /** `sample-distinct`: only so many. */
  readonly first?: Scalar;
}

export type JoinKind =
  | "innerunique"
  | "inner"
  | "leftouter"
  | "rightouter"
  | "fullouter"
  | "leftanti"
  | "rightanti"
  | "leftsemi"
  | "rightsemi";

export interface Join {
  readonly kind: "join";
  readonly join: JoinKind;
  /** Left rows that don't pass all of these are gone before `innerunique` chooses among rows of one key. */
  readonly leftFilters?: readonly Scalar[];
  readonly right: Tabular;
  readonly keys: readonly { readonly left: Scalar; readonly right: Scalar }[];
  /** Slots of the right side that the result keeps (`lookup` drops the keys). */
  readonly rightSlots: readonly number[];
  /** Types of the left columns, and of the kept right ones: a missing text is empty, anything else null. */
  readonly leftTypes: readonly TypeName[];
  readonly rightTypes: readonly TypeName[];
}

export interface MvExpand {
  readonly kind: "mv-expand";
  readonly expansions: readonly Expansion[];
  readonly width: number;
  readonly bagKind: "bag" | "array";
  readonly limit?: Scalar;
  /** Slot of `with_itemindex`. */
  readonly indexSlot?: number;
}

export interface Expansion {
  readonly value: Scalar;
  readonly slot: number;
  /** `to typeof(...)`: the type that each item is cast to. */
  readonly to: TypeName;
}

/** Expands each row like `mv-expand` and hands what comes of it to a subquery. */
export interface MvApply {
  readonly kind: "mv-apply";
  readonly expand: MvExpand;
  readonly subquery: Tabular;
  /** For each result column the slot of the outer row, or of the subquery's row. */
  readonly outputs: readonly { readonly from: "outer" | "subquery"; readonly slot: number }[];
  /** Outer columns that the subquery gives too: it must not have changed them. */
  readonly carried: readonly { readonly outer: number; readonly inner: number; readonly type: TypeName }[];
  readonly at: At;
}

/** `parse` and `parse-where`: text between pieces goes to columns. */
export interface Parse {
  readonly kind: "parse";
  readonly value: Scalar;
  readonly mode: "simple" | "relaxed" | "regex";
  /** Flags of the regular expression. */
  readonly flags: string;
  /** True for `parse-where`: rows that don't match go. */
  readonly isFilter: boolean;
  readonly width: number;
  readonly pieces: readonly ParsePiece[];
  /** Slots of the input that pieces read into: the texts must hold what is there. */
  readonly kept?: readonly number[];
  readonly at: At;
}

export type ParsePiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "skip" }
  | { readonly kind: "column"; readonly slot: number; readonly type: TypeName };

/** `scan`: goes over the rows and follows sequences from step to step. */
export interface Scan {
  readonly kind: "scan";
  /** Columns of the input; declared ones stand behind them. */
  readonly inputTypes: readonly TypeName[];
  readonly defaults: readonly Scalar[];
  readonly hasMatchId: boolean;
  readonly steps: readonly ScanStep[];
}

/** Conditions and values see the row, then the row that each step up to this one matched last. */
export interface ScanStep {
  readonly condition: Scalar;
  readonly assignments: readonly Assignment[];
  readonly isOutput: boolean;
}

/** `parse-kv`: values of named keys in a text. */
export interface ParseKv {
  readonly kind: "parse-kv";
  readonly value: Scalar;
  readonly width: number;
  readonly keys: readonly { readonly name: string; readonly slot: number; readonly type: TypeName }[];
  readonly form: ParseKvForm;
  readonly at: At;
}

export type ParseKvForm =
  | {
      readonly kind: "delimited";
      readonly pair: string;
      readonly keyValue: string;
      readonly quotes: readonly string[];
      readonly escapes: readonly string[];
      readonly isGreedy: boolean;
    }
  | { readonly kind: "undelimited"; readonly quotes: readonly string[]; readonly escapes: readonly string[] }
  | { readonly kind: "regex"; readonly pattern: string };

/** `partition`: a subquery over the rows of each value of a column. */
export interface Partition {
  readonly kind: "partition";
  readonly by: Scalar;
  readonly subquery: Tabular;
  /** Where a subquery with its own source reads the value. */
  readonly local?: number;
  /** Most partitions that the strategy allows. */
  readonly most?: number;
  /** What is evaluated once in a run is evaluated for each partition here: it reads the partition's rows or its value. */
  readonly isAnew?: boolean;
  readonly at: At;
}

/** `top-hitters`: the values that occur most, or have the largest sum. */
export interface TopHitters {
  readonly kind: "top-hitters";
  readonly count: Scalar;
  readonly value: Scalar;
  /** What is summed; rows are counted without it. */
  readonly weight?: Scalar;
  readonly at: At;
}

/** `top-nested`: the best groups of each level, and within each of them the best of the next. */
export interface TopNested {
  readonly kind: "top-nested";
  readonly levels: readonly TopNestedLevel[];
  readonly at: At;
}

export interface TopNestedLevel {
  readonly value: Scalar;
  /** All groups without it. */
  readonly count?: Scalar;
  readonly aggregates: readonly AggregateCall[];
  readonly outputs?: readonly Assignment[];
  readonly aggregateType: TypeName;
  readonly order: "asc" | "desc";
  /** What stands for all groups that are left out. */
  readonly others?: Scalar;
}

/** `evaluate`: a plugin by name, with what it was given. */
export interface Plugin {
  readonly kind: "plugin";
  readonly name: string;
  /** Expressions over the input's rows. */
  readonly values: readonly Scalar[];
  /** Expressions that are the same for all rows. */
  readonly settings: readonly Scalar[];
  readonly tables: readonly PluginTable[];
  /** What is aggregated over groups of rows. */
  readonly aggregates?: readonly AggregateCall[];
  /** Types of the result's columns. */
  readonly types: readonly TypeName[];
  readonly at: At;
}

/** Another table that the plugin reads, with expressions over its rows. */
export interface PluginTable {
  readonly of: Tabular;
  readonly values: readonly Scalar[];
}
