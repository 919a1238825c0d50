/** Given rows of one table, typed by the columns that the query binds to. */

import type { Diagnostic } from "../../diagnostics";
import { type BindRequest, standardTable, type TableShape, withSuffixedColumns } from "../../kql/check";
import type { GivenRow } from "./event-files";
import { type TypedEvent, typedEvents } from "./typed-events";

export interface GivenTable {
  readonly name: string;
  readonly rows: readonly GivenRow[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface TypedTable {
  /** With the columns that the rows have, where resources add their own to the table. */
  readonly request: BindRequest;
  readonly events: readonly TypedEvent[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined where no table has the name. */
export function typedTable(request: BindRequest, { name, rows, now }: GivenTable): TypedTable | undefined {
  const shape = tableShape(name, request, rows);
  if (!shape) return undefined;
  const { value, diagnostics } = typedEvents(rows, { name, columns: shape.columns, now, isLog: true });
  return { request: shape.open ? withTable(request, shape) : request, events: value, diagnostics };
}

export function withTable(request: BindRequest, shape: TableShape): BindRequest {
  return { ...request, tables: [...(request.tables ?? []).filter(({ name }) => name !== shape.name), shape] };
}

/** With the columns that rows and query name, where resources add their own to the table. */
export function tableShape(name: string, { text, tables, functions }: BindRequest, rows: readonly GivenRow[]) {
  const shape = tables?.find((each) => each.name === name) ?? standardTable(name);
  if (!shape?.open) return shape;
  const texts = [text, ...(functions ?? []).map(({ body }) => body)];
  const named = texts.flatMap((each) => each.match(/\w+/g) ?? []);
  return withSuffixedColumns(shape, new Set([...named, ...rows.flatMap(({ cells }) => Object.keys(cells))]));
}
