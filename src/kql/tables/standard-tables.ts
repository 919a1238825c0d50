/** The tables of a Log Analytics workspace with Sentinel: read from their compact form only when a query names them. */

import type { TableShape } from "../kusto/globals";
import { type Column, type TypeName, typeNamed } from "../values/type-name";
import { CORRECTIONS, TYPE_OF_SUFFIX } from "./corrections";
import { LOG_ANALYTICS_TABLES } from "./generated/log-analytics-tables";
import { STANDARD_COLUMNS } from "./standard-columns";

/** Names that a text may use as tables: whole identifiers, and patterns with a star as `union` takes them. */
const NAME = /[A-Za-z_*][\w*]*/g;

/**
 * Queries over every table: `find` and `search` that begin a query and list no tables, and a star alone in `union`.
 * Looked for in the plain text, so that more may be found than there is, which costs time only.
 */
const READS_ALL = new RegExp(
  [
    String.raw`(?:^|[;(=])[^\S\n]*search\b(?!\s*(?:kind\s*=\s*\w+\s*)?in\s*\()`,
    String.raw`(?:^|[;(=])[^\S\n]*find\b(?!\s*(?:withsource\s*=\s*\w+\s*)?in\s*\()`,
    String.raw`\bunion\b[^|;)]*[\s,]\*\s*(?:[,|;)]|$)`,
  ].join("|"),
  "im",
);

/** Whether a text seems to read every table of the workspace. */
export function readsAllTables(text: string): boolean {
  return READS_ALL.test(text);
}

/** Tables whose names stand in one of the texts; open ones have the columns that the texts seem to use. */
export function standardTables(texts: readonly string[]): readonly TableShape[] {
  const names = new Set(texts.flatMap((text) => text.match(NAME) ?? []));
  const patterns = [...names].filter((name) => name.includes("*") && name.length > 1).map(patternOf);
  const found = standardTableNames().filter((name) => names.has(name) || patterns.some((each) => each.test(name)));
  return found.flatMap((name) => {
    const table = standardTable(name);
    if (!table) return [];
    return table.open ? [withSuffixedColumns(table, names)] : [table];
  });
}

function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replaceAll("*", ".*")}$`);
}

const shapes = new Map<string, TableShape>();

export function standardTable(name: string): TableShape | undefined {
  const known = shapes.get(name);
  if (known) return known;
  const line = lines().get(name);
  if (line === undefined) return undefined;
  const shape = shapeOf(name, line);
  shapes.set(name, shape);
  return shape;
}

export function allStandardTables(): readonly TableShape[] {
  return standardTableNames().flatMap((name) => standardTable(name) ?? []);
}

export function standardTableNames(): readonly string[] {
  return [...lines().keys()];
}

let linesByName: ReadonlyMap<string, string> | undefined;

/** Columns of each table as written, by name: nothing is taken apart before it is asked for. */
function lines(): ReadonlyMap<string, string> {
  linesByName ??= new Map(
    LOG_ANALYTICS_TABLES.trim()
      .split("\n")
      .map((line): [string, string] => {
        const end = line.indexOf(" ");
        return end < 0 ? [line, ""] : [line.slice(0, end), line.slice(end + 1)];
      }),
  );
  return linesByName;
}

function shapeOf(name: string, line: string): TableShape {
  const columns = new Map<string, TypeName>(STANDARD_COLUMNS.map((column) => [column.name, column.type]));
  for (const group of line.split(" ").filter(Boolean)) {
    const [typeName = "", names = ""] = group.split(":");
    const type = typeNamed(typeName) ?? "dynamic";
    for (const column of names.split(",")) columns.set(column, type);
  }
  const correction = CORRECTIONS[name];
  for (const [column, type] of Object.entries(correction?.columns ?? {})) columns.set(column, type);
  const shape = { name, columns: [...columns].map(([column, type]): Column => ({ name: column, type })) };
  return correction?.open ? { ...shape, open: true } : shape;
}

/** The columns that a query uses of a table to which resources add their own. */
export function withSuffixedColumns(table: TableShape, names: ReadonlySet<string>): TableShape {
  const known = new Set(table.columns.map(({ name }) => name));
  const added = [...names].flatMap((name): readonly Column[] => {
    const type = TYPE_OF_SUFFIX[name.slice(-2)];
    return type === undefined || known.has(name) || name.includes("*") ? [] : [{ name, type }];
  });
  return { ...table, columns: [...table.columns, ...added] };
}
