/** Rows of a file beside a test: NDJSON, JSON or CSV, each row with its place in the file. */

import { CsvError, parse } from "csv-parse/sync";
import { type Diagnostic, finding, type Parsed, type SourceText, type Span, sourceText, span } from "../../diagnostics";
import { testingInfo } from "../checks/checks";
import { objectSpans } from "./json-objects";

export interface GivenRow {
  readonly cells: Readonly<Record<string, unknown>>;
  /** Where a column's name or value stands; the nearest place there is. */
  readonly at: (column: string, part: "key" | "value") => Span;
  /** Whether all cells are texts, to be read by the type of their column. */
  readonly isText?: boolean;
}

type Rows = Parsed<readonly GivenRow[]>;

export function readEvents(path: string, text: string): Rows {
  const source = sourceText(path, text);
  if (/\.csv$/i.test(path)) return csvRows(source);
  if (/\.json$/i.test(path)) return jsonRows(source);
  if (/\.(ndjson|jsonl)$/i.test(path)) return lineRows(source);
  return refused("the file is none of .ndjson, .json and .csv", span(source, 0, 1));
}

function refused(message: string, at: Span): Rows {
  return { value: [], diagnostics: [finding(testingInfo.badEvent, { message, at })] };
}

function lineRows(source: SourceText): Rows {
  const diagnostics: Diagnostic[] = [];
  const value = source.lineStarts.flatMap((start, index): readonly GivenRow[] => {
    const end = source.lineStarts[index + 1] ?? source.text.length;
    const line = source.text.slice(start, end).trimEnd();
    if (line.trim() === "") return [];
    const at = span(source, start, start + line.length);
    const cells = jsonOf(line);
    if (isObject(cells)) return [{ cells, at: (column) => keySpan(at, column) }];
    diagnostics.push(finding(testingInfo.badEvent, { message: "the line is not a JSON object", at }));
    return [];
  });
  return { value, diagnostics };
}

/** The name in the object; the object's first character where it has no such name. */
function keySpan({ source, start, end }: Span, column: string): Span {
  const key = JSON.stringify(column);
  const index = source.text.slice(start, end).search(new RegExp(`${escaped(key)}\\s*:`));
  return index < 0 ? span(source, start, start + 1) : span(source, start + index, start + index + key.length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function jsonRows(source: SourceText): Rows {
  const value = jsonOf(source.text);
  if (!Array.isArray(value) || !value.every(isObject)) {
    return refused("the file is no JSON list of objects", span(source, 0, 1));
  }
  const spans = objectSpans(source.text);
  return {
    value: value.map((cells, index) => {
      const [start, end] = spans[index] ?? [0, 1];
      return { cells, at: (column) => keySpan(span(source, start, end), column) };
    }),
    diagnostics: [],
  };
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The first line names the columns; an empty cell is an absent one. */
function csvRows(source: SourceText): Rows {
  const lineSpan = (line: number) => {
    const start = source.lineStarts[line - 1] ?? 0;
    const end = source.lineStarts[line] ?? source.text.length;
    return span(source, start, start + source.text.slice(start, end).trimEnd().length);
  };
  try {
    const options = { skip_empty_lines: true, info: true, bom: true };
    const [head, ...records] = parse(source.text, options) as unknown as CsvRecord[];
    const names = head?.record ?? [];
    const value = records.map(({ record, info }): GivenRow => {
      const pairs = names.map((name, slot) => [name, record[slot] ?? ""] as const).filter(([, cell]) => cell !== "");
      const at = (_: string, part: "key" | "value") => lineSpan(part === "key" ? (head?.info.lines ?? 1) : info.lines);
      return { cells: Object.fromEntries(pairs), at, isText: true };
    });
    return { value, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { readonly lines?: number }).lines ?? 1;
    return refused(`the file is not CSV: ${error.message.split("\n")[0]}`, lineSpan(line));
  }
}
