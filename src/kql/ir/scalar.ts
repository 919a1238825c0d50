/** Scalar expressions of the IR: plain JSON, typed, with columns as slots. */

import type { Json } from "../values/cell";
import type { Column, TypeName } from "../values/type-name";
import type { Tabular } from "./tabular";

/** Offsets in the query's text; what stands in a workspace function has the place of its call. */
export type At = readonly [start: number, end: number];

export type Scalar = Literal | ColumnSlot | Local | Variable | Convert | Call | Bind | ToScalar | FirstColumn;

/** A constant; `value` is in the form of `values/encode.ts`. */
export interface Literal {
  readonly kind: "literal";
  readonly type: TypeName;
  readonly value: Json;
}

/** A column of the row at hand. */
export interface ColumnSlot {
  readonly kind: "column";
  readonly type: TypeName;
  readonly slot: number;
}

/** A parameter or a `let` of a function body, put into the frame by a `bind`. */
export interface Local {
  readonly kind: "local";
  readonly type: TypeName;
  readonly index: number;
}

/** A scalar `let` of the query: evaluated at most once in a run. */
export interface Variable {
  readonly kind: "variable";
  readonly type: TypeName;
  readonly index: number;
}

/** An implicit conversion: the argument of a call to its parameter's type, a cell to its column's. */
export interface Convert {
  readonly kind: "convert";
  readonly type: TypeName;
  readonly value: Scalar;
}

/** A function or operator, by name, with the overload that its argument types chose. */
export interface Call {
  readonly kind: "call";
  readonly type: TypeName;
  readonly name: string;
  readonly overload: number;
  readonly args: readonly Scalar[];
  readonly at: At;
  /** Columns of a function that gives several values at once; its value is then an array, one member a column. */
  readonly tuple?: readonly Column[];
}

/** Puts values into the frame, then evaluates `body`: a called function with its arguments. */
export interface Bind {
  readonly kind: "bind";
  readonly type: TypeName;
  readonly locals: readonly LocalValue[];
  readonly body: Scalar;
}

export interface LocalValue {
  readonly index: number;
  readonly value: Scalar;
}

/** `toscalar()`: first row, first column; evaluated at most once in a run. */
export interface ToScalar {
  readonly kind: "toscalar";
  readonly type: TypeName;
  readonly of: Tabular;
}

/** A table where a list of values is wanted (`x in (T)`): its first column, as an array. */
export interface FirstColumn {
  readonly kind: "firstColumn";
  readonly type: "dynamic";
  readonly memberType: TypeName;
  readonly of: Tabular;
}
