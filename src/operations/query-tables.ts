/** Rows of tables from files: `SigninLogs=events.ndjson`. */

import { type Diagnostic, hasErrors } from "../diagnostics";
import { type BindRequest, type Column, standardTable, type TypeName } from "../kql/check";
import { type Row, type Rows, valueOfCell } from "../kql/run";
import { readTextFile } from "../repository";
import { type GivenRow, readEvents, ticksOf, typedTable, withTable } from "../testing";
import { refused } from "./query-source";

export interface TableFile {
  readonly name: string;
  readonly rows: readonly GivenRow[];
}

export interface TableFiles {
  readonly tables: readonly TableFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what `--table` names. */
export function readTables(folder: string, given: readonly string[]): TableFiles {
  const diagnostics: Diagnostic[] = [];
  const tables = given.flatMap((each): readonly TableFile[] => {
    const [, name = "", file = ""] = /^(\w+)=(.+)$/.exec(each) ?? [];
    const text = name === "" ? undefined : readTextFile(folder, file);
    if (text === undefined) {
      const message =
        name === ""
          ? `\`${each}\` names no rows, expected TABLE=FILE`
          : `the file \`${file}\` does not exist, or is no text`;
      diagnostics.push(...refused(message).diagnostics);
      return [];
    }
    const read = readEvents(file, text);
    diagnostics.push(...read.diagnostics);
    return [{ name, rows: read.value }];
  });
  return { tables, diagnostics };
}

export interface QueryRows {
  readonly request: BindRequest;
  readonly tables: ReadonlyMap<string, Rows>;
  readonly ingested: ReadonlyMap<Row, bigint>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The rows typed for a query. A table that nobody knows has the columns of its rows. */
export function queryRows(asked: BindRequest, files: readonly TableFile[], now: number): QueryRows {
  let request = asked;
  const tables = new Map<string, Rows>();
  const ingested = new Map<Row, bigint>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, rows } of files) {
    const isKnown = request.tables?.some((each) => each.name === name) || standardTable(name);
    if (!isKnown) request = withTable(request, { name, columns: columnsOf(rows) });
    const typed = typedTable(request, { name, rows, now });
    if (!typed) continue;
    request = typed.request;
    diagnostics.push(...typed.diagnostics);
    tables.set(
      name,
      typed.events.map(({ row }) => row),
    );
    for (const event of typed.events) ingested.set(event.row, ticksOf(event.ingested));
  }
  return { request, tables: hasErrors(diagnostics) ? new Map() : tables, ingested, diagnostics };
}

/** TimeGenerated is always there; other columns have the first type that holds all their values. */
function columnsOf(rows: readonly GivenRow[]): readonly Column[] {
  const names = new Set(rows.flatMap(({ cells }) => Object.keys(cells)).filter((name) => !name.startsWith("_")));
  names.delete("TimeGenerated");
  const own = [...names].map((name): Column => {
    const cells = rows.map(({ cells }) => cells[name]).filter((cell) => cell !== undefined && cell !== null);
    return { name, type: TYPES.find((type) => cells.every((cell) => isOf(cell, type))) ?? "dynamic" };
  });
  return [{ name: "TimeGenerated", type: "datetime" }, ...own];
}

const TYPES: readonly TypeName[] = ["bool", "long", "real", "datetime", "string"];

function isOf(cell: unknown, type: TypeName): boolean {
  if (type === "string") return typeof cell === "string";
  if (type === "datetime") return typeof cell === "string" && /^\d{4}-\d\d-\d\d/.test(cell) && fits(cell, type);
  return typeof cell !== "string" && fits(cell, type) && (type === "bool") === (typeof cell === "boolean");
}

function fits(cell: unknown, type: TypeName): boolean {
  return valueOfCell(cell, type) !== undefined;
}
