/** A query on its way to the binder: the request, and what is to be found out from the answer. */

import type { Span } from "../../diagnostics";
import type { BindAnswer, BindRequest } from "../../kql/check";
import type { ColumnUse } from "./column-uses";
import type { QueryText } from "./query-text";

/** Answers what a query binds to; undefined where nobody has bound it (yet). */
export type Bound = (request: BindRequest) => BindAnswer | undefined;

export interface CompiledQuery {
  readonly query: QueryText;
  readonly request: BindRequest;
  /** Columns of the result that the document names. */
  readonly uses: readonly ColumnUse[];
  /** How bad it is when one of them is not there: what a hunt names is not deployed. */
  readonly useSeverity: "error" | "warning";
  /** True for analytics rules, which may not ask all that other queries may. */
  readonly isRule: boolean;
  readonly exceptions: readonly ExceptionColumns[];
  /** Of a scheduled rule: how far back the service lets the query see, and where that and the query stand. */
  readonly period?: { readonly seconds: number; readonly text: string; readonly at: Span; readonly queryAt: Span };
  /** The same query without the parameters that may be taken for something else; absent where none may. */
  readonly shadow?: Shadow;
  /** Names that a query may use for a table, for a hint. */
  readonly tableNames: () => readonly string[];
}

/** The columns that a tenant's exception names. */
export interface ExceptionColumns {
  readonly index: number;
  readonly columns: readonly { readonly name: string; readonly at: Span }[];
}

export interface Shadow {
  readonly request: BindRequest;
  readonly names: readonly string[];
  /** Where a stretch of the shadow's text was written. */
  readonly at: (start: number, end: number) => Span;
}
