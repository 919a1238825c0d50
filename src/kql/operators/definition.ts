/** What a tabular operator is: how its node becomes a step, and how the step becomes a closure. */

import type { Compiler } from "../execute/compiler";
import type { Fold, Transform } from "../execute/run";
import type { Step } from "../ir/step";
import type { Tabular } from "../ir/tabular";
import type { KustoNode } from "../kusto/node";
import type { Names, Scope } from "../lower/scope";
import type { Column } from "../values/type-name";

export interface LoweredOperator {
  readonly columns: readonly Column[];
  /** Absent for an operator that changes no row (`as`, `render`). */
  readonly step?: Step;
  /** The pipe so far, wrapped: takes the place of everything before. */
  readonly instead?: Tabular;
  /** Names that the steps after it may use. */
  readonly names?: Names;
}

/** One kind of step: of all rows at once, or row by row, or a fold. */
export type StepDefinition<S extends Step = Step> = TransformDefinition<S> | FoldDefinition<S>;

export interface TransformDefinition<S extends Step = Step> {
  readonly kind: S["kind"];
  readonly compile: (step: S, compiler: Compiler) => Transform;
  /** What comes of all rows is what comes of parts of them, one after the other. */
  readonly isRowByRow?: true;
}

/** Takes rows in parts; what comes of them is there at the end. */
export interface FoldDefinition<S extends Step = Step> {
  readonly kind: S["kind"];
  readonly fold: (step: S, compiler: Compiler) => Fold;
}

export interface OperatorDefinition {
  /** As a user writes it. */
  readonly name: string;
  /** The library's syntax kinds that it covers. */
  readonly syntax: readonly string[];
  readonly source: string;
  /** Whether functions that look at neighbours may be used behind it: `makes` an order, `keeps` the one there was, `loses` it. */
  readonly order: "makes" | "keeps" | "loses";
  /** Undefined when it was reported why it can't be. `scope.columns` are the input's; `input` is the pipe so far. */
  readonly lower: (node: KustoNode, scope: Scope, input: Tabular) => LoweredOperator | undefined;
  /** Queries with their result as a table of cells; they run as tests. */
  readonly examples: readonly OperatorExample[];
}

export interface OperatorExample {
  readonly query: string;
  /** Cells as the machine interface gives them. */
  readonly rows: readonly (readonly unknown[])[];
}

/** Keeps the step's type while the definition goes into the registry. */
export function stepDefinition<S extends Step>(definition: StepDefinition<S>): StepDefinition {
  return definition as unknown as StepDefinition;
}
