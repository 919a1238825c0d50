/** The rows of a watchlist, from the document or from a CSV file beside it. */

import { CsvError, parse } from "csv-parse/sync";
import { WATCHLIST_CONTENT_BYTES_MAX, WATCHLIST_ITEMS_MANAGED_MAX, WATCHLIST_LINE_CHARS_MAX } from "../../azure";
import { type Diagnostic, finding, type Parsed, type Span } from "../../diagnostics";
import { watchlistContent as contentCheck } from "../checks/watchlist-content";
import { watchlistFile } from "../checks/watchlist-file";
import { watchlistSize } from "../checks/watchlist-size";
import type { Effective, Frame } from "../frame";

export interface Content {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly cells: readonly string[];
  /** Where the row stands, if it stands in a document. */
  readonly at?: Span;
}

/** The content; undefined where there is none that could be deployed. */
export function watchlistContent(effective: Effective<"Watchlist">, frame: Frame): Parsed<Content | undefined> {
  const { body, at } = effective;
  const { columns: named, file } = body;
  const read = file === undefined ? inlineContent(effective) : fileContent(effective, frame, file);
  if (!read.value) return read;
  const { columns, rows } = read.value;
  const diagnostics = [...read.diagnostics];
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined)
    diagnostics.push(finding(contentCheck, { message: `the column \`${twice}\` stands twice`, at: at("/columns") }));
  if (named && file !== undefined && named.join() !== columns.join()) {
    const message = `the file's columns are ${columns.join(", ")}, the document's ${named.join(", ")}`;
    diagnostics.push(finding(contentCheck, { message, at: at("/columns") }));
  }
  for (const [index, row] of rows.entries()) {
    if (row.cells.length === columns.length) continue;
    const message = `row ${index + 1} has ${row.cells.length} values, expected ${columns.length}: ${columns.join(", ")}`;
    diagnostics.push(finding(contentCheck, { message, at: row.at ?? at("/file") }));
  }
  return { value: read.value, diagnostics: [...diagnostics, ...sizeFindings(effective, read.value)] };
}

function inlineContent({ body, at }: Effective<"Watchlist">): Parsed<Content | undefined> {
  const { columns, rows } = body;
  if (!columns || !rows) {
    const message = rows ? "rows without `columns`" : "the watchlist has neither `rows` nor `file`";
    return {
      value: undefined,
      diagnostics: [finding(contentCheck, { message, help: "rows: [] makes an empty list", at: at("/rows") })],
    };
  }
  return {
    value: { columns, rows: rows.map((cells, index) => ({ cells, at: at(`/rows/${index}`) })) },
    diagnostics: [],
  };
}

function fileContent(
  { document, body, at }: Effective<"Watchlist">,
  frame: Frame,
  file: string,
): Parsed<Content | undefined> {
  const refuse = (message: string): Parsed<undefined> => ({
    value: undefined,
    diagnostics: [finding(watchlistFile, { message, at: at("/file") })],
  });
  if (body.rows) return refuse("the watchlist has both `rows` and `file`");
  const text = frame.beside(document.place.path, file);
  if (text === undefined) return refuse(`the file \`${file}\` does not exist beside the document`);
  try {
    const [columns = [], ...rows] = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    if (columns.length === 0) return refuse(`the file \`${file}\` is empty, expected a first line with the columns`);
    return { value: { columns, rows: rows.map((cells) => ({ cells })) }, diagnostics: [] };
  } catch (error) {
    if (error instanceof CsvError) return refuse(`\`${file}\` is not CSV: ${error.message.split("\n")[0]}`);
    throw error;
  }
}

/** The content as CSV, every value quoted. */
export function csvText({ columns, rows }: Content): string {
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
  return [columns, ...rows.map(({ cells }) => cells)].map(line).join("");
}

function sizeFindings({ body, at }: Effective<"Watchlist">, content: Content): readonly Diagnostic[] {
  const pointer = body.file === undefined ? "/rows" : "/file";
  const diagnostics: Diagnostic[] = [];
  if (body.managed !== "seed" && content.rows.length > WATCHLIST_ITEMS_MANAGED_MAX) {
    const message = `${content.rows.length} rows, at most ${WATCHLIST_ITEMS_MANAGED_MAX} are kept row by row`;
    diagnostics.push(
      finding(watchlistSize, { message, help: "`managed: seed` uploads any number once", at: at(pointer) }),
    );
  }
  const text = csvText(content);
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > WATCHLIST_CONTENT_BYTES_MAX) {
    diagnostics.push(
      finding(watchlistSize, {
        message: `the content has ${bytes} bytes, at most ${WATCHLIST_CONTENT_BYTES_MAX}`,
        at: at(pointer),
      }),
    );
  }
  const long = text.split("\n").findIndex((line) => line.length > WATCHLIST_LINE_CHARS_MAX);
  if (long >= 0) {
    const message = `row ${long} has more than ${WATCHLIST_LINE_CHARS_MAX} characters`;
    diagnostics.push(finding(watchlistSize, { message, at: content.rows[long - 1]?.at ?? at(pointer) }));
  }
  return diagnostics;
}
