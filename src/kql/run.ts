/** Running face of the room: a program and a world in, rows out. It never loads the binder. */

import type { SourceText } from "../diagnostics";
import { type CompiledProgram, compileProgram } from "./execute/compile-program";
import { QueryEnd } from "./execute/query-end";
import { endedBy, newRun, type Ran, type RunWorld } from "./execute/run-world";
import type { Program } from "./ir/program";
import { cellOf, type Json, valueOfCell } from "./values/cell";
import type { Column } from "./values/type-name";
import type { Row, Rows, Value } from "./values/value";

export { type BoundOnRows, boundOnRows, type OnRows } from "./bound-on-rows";
export { DEFAULT_LIMITS, type Limits } from "./execute/budget";
export { type CompiledProgram, compileProgram } from "./execute/compile-program";
export { type IpLocations, isLocated } from "./execute/ip-locations";
export type { Tap } from "./execute/run";
export type { Ended, Ran, RunWorld } from "./execute/run-world";
export type { Program } from "./ir/program";
export { watchlistRows } from "./tables/watchlist-rows";
export { cellOf, type Json, valueOfCell } from "./values/cell";
export { type Column, type TypeName, typeNamed } from "./values/type-name";
export type { Row, Rows, Value } from "./values/value";

/** Compiles and runs. For many runs of one program, compile once. */
export function runProgram(program: Program | CompiledProgram, world: RunWorld, source: SourceText): Ran {
  try {
    const compiled = "produce" in program ? program : compileProgram(program);
    const { open } = compiled.program;
    if (open) throw new QueryEnd("unsupported", UNDECLARED, open.place);
    const run = newRun(compiled.program, world);
    return { kind: "rows", columns: compiled.program.columns, rows: compiled.produce(run), taps: run.taps ?? [] };
  } catch (error) {
    return endedBy(error, source);
  }
}

const UNDECLARED =
  "columns that only the rows tell are evaluated here when they are declared behind the plugin: `bag_unpack(d) : (a:long)`";

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
