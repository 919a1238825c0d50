/** The tables of a Log Analytics workspace with Sentinel: made for the library only when a query names them. */

import type { TableShape } from "../kusto/globals";

/** Tables whose names stand in one of the texts. */
export function standardTables(_texts: readonly string[]): readonly TableShape[] {
  return [];
}

export function standardTable(_name: string): TableShape | undefined {
  return undefined;
}

export function standardTableNames(): readonly string[] {
  return [];
}
