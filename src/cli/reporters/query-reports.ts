/** Rows of a query: as a table for a person, as JSON, as CSV. */

import type { QueryAnswer } from "../../operations";
import { tapLines } from "../../testing";
import { counted } from "../words";

type Result = NonNullable<QueryAnswer["result"]>;
type Cell = Result["rows"][number][number];

export interface QueryReportOptions {
  /** Whether what went through each step is shown. */
  readonly taps: boolean;
}

type QueryReporter = (result: Result, options: QueryReportOptions) => string;

/** Longest cell that is shown; a longer one is cut. */
const CELL_CHARS_MAX = 60;

const pretty: QueryReporter = ({ columns, rows, taps }, options) => {
  const texts = rows.map((row) => row.map((cell) => shown(cell)));
  const widths = columns.map(({ name }, slot) =>
    Math.max(name.length, ...texts.map((row) => (row[slot] ?? "").length)),
  );
  const isNumber = columns.map(({ type }) => ["int", "long", "real", "decimal"].includes(type));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, slot) => (isNumber[slot] ? cell.padStart(widths[slot] ?? 0) : cell.padEnd(widths[slot] ?? 0)))
      .join("  ")
      .trimEnd();
  const head = [line(columns.map(({ name }) => name)), line(widths.map((width) => "-".repeat(width)))];
  const steps = options.taps ? [...tapLines(taps), ""] : [];
  return `${[...steps, ...head, ...texts.map(line), "", counted(rows.length, "row")].join("\n")}\n`;
};

function shown(cell: Cell): string {
  const text = plain(cell).replaceAll(/[\r\n\t]+/g, " ");
  return text.length > CELL_CHARS_MAX ? `${text.slice(0, CELL_CHARS_MAX - 1)}…` : text;
}

function plain(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

const json: QueryReporter = ({ columns, rows, taps }, options) =>
  `${JSON.stringify({ columns, rows, ...(options.taps ? { taps } : {}) }, undefined, 2)}\n`;

/** As RFC 4180 has it. */
const csv: QueryReporter = ({ columns, rows }) => {
  const line = (cells: readonly string[]) => cells.map(quoted).join(",");
  return `${[line(columns.map(({ name }) => name)), ...rows.map((row) => line(row.map(plain)))].join("\r\n")}\r\n`;
};

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const QUERY_REPORTERS: Readonly<Record<string, QueryReporter>> & { readonly pretty: QueryReporter } = {
  pretty,
  json,
  csv,
};
