/** Running face of the room: a program and a world in, rows out. It never loads the binder. */

import { type Diagnostic, finding, invariant, type SourceText, span } from "../diagnostics";
import { evaluationChecks } from "./checks/evaluation";
import type { DeclaredColumns } from "./declared-columns";
import { budgetOf, DEFAULT_LIMITS, type Limits } from "./execute/budget";
import { type CompiledProgram, compileProgram } from "./execute/compile-program";
import { QueryEnd } from "./execute/query-end";
import type { Run, Tap } from "./execute/run";
import type { Program } from "./ir/program";
import { bagColumns } from "./plugins/bag-columns";
import { cellOf, type Json, valueOfCell } from "./values/cell";
import { datetimeOfText } from "./values/datetime";
import type { Column } from "./values/type-name";
import type { Row, Rows, Value } from "./values/value";

export { DEFAULT_LIMITS, type Limits } from "./execute/budget";
export { type CompiledProgram, compileProgram } from "./execute/compile-program";
export type { Tap } from "./execute/run";
export type { Program } from "./ir/program";
export { watchlistRows } from "./tables/watchlist-rows";
export { cellOf, type Json, valueOfCell } from "./values/cell";
export { type Column, type TypeName, typeNamed } from "./values/type-name";
export type { Row, Rows, Value } from "./values/value";

export interface RunWorld {
  /** ISO 8601: what `now()` is. */
  readonly now: string;
  /** A clock for the limit on seconds; it only has to go forward. */
  readonly elapsedSeconds: () => number;
  readonly tables?: ReadonlyMap<string, Rows>;
  readonly watchlists?: ReadonlyMap<string, Rows>;
  /** When rows of tables were ingested, in ticks of 100 ns since the year 1: what `ingestion_time()` is. */
  readonly ingested?: ReadonlyMap<Row, bigint>;
  readonly external?: ReadonlyMap<string, string>;
  readonly limits?: Partial<Limits>;
  /** Asks for what went through each step of each pipe. */
  readonly taps?: boolean;
}

export type Ran =
  | { readonly kind: "rows"; readonly columns: readonly Column[]; readonly rows: Rows; readonly taps: readonly Tap[] }
  | {
      readonly kind: "ended";
      readonly refusal: "invalid" | "unsupported" | "limit";
      readonly diagnostic: Diagnostic;
    };

const CHECK_OF = {
  invalid: evaluationChecks.failed,
  unsupported: evaluationChecks.notEvaluated,
  limit: evaluationChecks.limit,
} as const;

/** Compiles and runs. For many runs of one program, compile once. */
export function runProgram(program: Program | CompiledProgram, world: RunWorld, source: SourceText): Ran {
  try {
    const compiled = "produce" in program ? program : compileProgram(program);
    const { open } = compiled.program;
    if (open) throw new QueryEnd("unsupported", UNDECLARED, open.place);
    const run = newRun(compiled.program, world);
    return { kind: "rows", columns: compiled.program.columns, rows: compiled.produce(run), taps: run.taps ?? [] };
  } catch (error) {
    return { kind: "ended", ...ending(error, source) };
  }
}

const UNDECLARED =
  "columns that only the rows tell are evaluated here when they are declared behind the plugin: `bag_unpack(d) : (a:long)`";

/** The columns of an open plugin on these rows: the query is bound again with them. */
export function openedColumns(
  program: Program,
  world: RunWorld,
  source: SourceText,
): DeclaredColumns | Extract<Ran, { readonly kind: "ended" }> {
  try {
    const { open } = program;
    invariant(open, "only an open program is asked for its columns");
    const found = bagColumns(compileProgram(program).produce(newRun(program, world)), open.bags);
    if ("problem" in found) throw new QueryEnd(found.refusal, found.problem, open.place);
    return { at: open.at, columns: found.columns };
  } catch (error) {
    return { kind: "ended", ...ending(error, source) };
  }
}

function newRun(program: Program, world: RunWorld): Run {
  return {
    now: datetimeOfText(world.now) ?? 0n,
    world: {
      tables: world.tables ?? new Map(),
      watchlists: world.watchlists ?? new Map(),
      ingested: world.ingested ?? new Map(),
      external: world.external ?? new Map(),
    },
    budget: budgetOf({ ...DEFAULT_LIMITS, ...world.limits }, world.elapsedSeconds),
    frame: new Array(program.frameSize).fill(null),
    once: new Map(),
    input: [],
    window: { rows: [], index: 0, carried: new Map() },
    taps: world.taps ? [] : undefined,
  };
}

function ending(
  error: unknown,
  source: SourceText,
): { readonly refusal: "invalid" | "unsupported" | "limit"; readonly diagnostic: Diagnostic } {
  const end = error instanceof QueryEnd ? error : exhaustion(error);
  if (!end) throw error;
  const at = end.at ? { at: span(source, end.at[0], end.at[1]) } : {};
  return { refusal: end.refusal, diagnostic: finding(CHECK_OF[end.refusal], { message: end.message, ...at }) };
}

/** Running out of stack or of array length is a limit of ours, not a fault. */
function exhaustion(error: unknown): QueryEnd | undefined {
  return error instanceof RangeError ? new QueryEnd("limit", "the query needs more memory than there is") : undefined;
}

/** Rows of plain cells as values, typed by the columns; the first cell that does not fit is named. */
export function rowsOfCells(
  cells: readonly (readonly unknown[])[],
  columns: readonly Column[],
): { readonly rows: Rows } | { readonly problem: string; readonly row: number; readonly column: number } {
  const rows: Row[] = [];
  for (const [rowIndex, cellsOfRow] of cells.entries()) {
    if (cellsOfRow.length > columns.length) {
      return {
        problem: `the row has ${cellsOfRow.length} cells for ${columns.length} columns`,
        row: rowIndex,
        column: columns.length,
      };
    }
    const row: Value[] = [];
    for (const [index, { name, type }] of columns.entries()) {
      const value = valueOfCell(cellsOfRow[index], type);
      if (value === undefined) {
        return { problem: `the value of \`${name}\` is not a ${type}`, row: rowIndex, column: index };
      }
      row.push(value);
    }
    rows.push(row);
  }
  return { rows };
}

/** Rows as the machine interface gives them. */
export function cellsOfRows(rows: Rows, columns: readonly Column[]): readonly (readonly Json[])[] {
  return rows.map((row) => columns.map(({ type }, index) => cellOf(row[index] as Value, type)));
}
