/** Checking face of the room: binds a query and says what is wrong with it. */

import type { CheckInfo, Diagnostic, SourceText } from "../diagnostics";
import { span } from "../diagnostics";
import { type BindAnswer, type BindRequest, bind, type Reads } from "./bind";
import { binderChecks } from "./checks/binder-checks";
import { evaluationChecks } from "./checks/evaluation";
import type { Finding } from "./checks/finding";
import { lints } from "./checks/lints";
import type { Program } from "./ir/program";
import type { Column } from "./values/type-name";

export type { BindAnswer, BindRequest, Reads } from "./bind";
export { bind } from "./bind";
export { type Catalogue, type CatalogueEntry, catalogue } from "./catalogue";
export type { Finding } from "./checks/finding";
export type { DeclaredColumns } from "./declared-columns";
export type { Program } from "./ir/program";
export type { FunctionShape, TableShape, WatchlistShape } from "./kusto/globals";
export { WATCHLIST_COLUMNS } from "./kusto/globals";
export { huntingTableHelp } from "./tables/hunting-tables";
export { standardTable, standardTableNames, withSuffixedColumns } from "./tables/standard-tables";
export { type Column, type TypeName, typeNamed } from "./values/type-name";

/** All records of the room. */
export const checks: readonly CheckInfo[] = [
  ...Object.values(binderChecks),
  ...lints,
  ...Object.values(evaluationChecks),
];

/** What the query may name beside the standard tables. */
export type QueryShapes = Omit<BindRequest, "text">;

export interface CheckedQuery {
  readonly diagnostics: readonly Diagnostic[];
  /** Why it can't be run here; never a mistake of the author. */
  readonly refusals: readonly Diagnostic[];
  readonly columns: readonly Column[];
  readonly isOpen: boolean;
  readonly reads: Reads;
  readonly program: Program | undefined;
}

/** Binds in this process. */
export function checkQuery(source: SourceText, shapes: QueryShapes = {}): CheckedQuery {
  return checkedQuery(source, bind({ text: source.text, ...shapes }));
}

/** The answer of a binder, wherever it ran, with spans in the source text. */
export function checkedQuery(source: SourceText, answer: BindAnswer): CheckedQuery {
  return {
    diagnostics: answer.findings.map((each) => diagnosticOf(source, each)),
    refusals: answer.refusals.map((each) => diagnosticOf(source, each)),
    columns: answer.columns,
    isOpen: answer.isOpen,
    reads: answer.reads,
    program: answer.program,
  };
}

function diagnosticOf(source: SourceText, { start, end, ...rest }: Finding): Diagnostic {
  return { ...rest, at: span(source, start, end) };
}
