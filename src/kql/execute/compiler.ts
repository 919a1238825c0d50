/** What compiling one part of a program may ask of the whole. */

import type { Scalar } from "../ir/scalar";
import type { Tabular } from "../ir/tabular";
import type { Evaluate, Produce } from "./run";

export interface Compiler {
  readonly scalar: (scalar: Scalar) => Evaluate;
  readonly tabular: (tabular: Tabular) => Produce;
  /** A `let` of the query by index. */
  readonly variable: (index: number) => Evaluate;
  readonly relation: (index: number) => Produce;
}
