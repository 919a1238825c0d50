/** Rows of a file beside a test: NDJSON, JSON or CSV, each row with its place in the file. */

import { CsvError, parse } from "csv-parse/sync";
import { type Diagnostic, finding, type Parsed, type SourceText, type Span, sourceText, span } from "../../diagnostics";
import { testingInfo } from "../checks/checks";

export interface GivenRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly at: (column: string) => Span;
}

export function readEvents(path: string, text: string): Parsed<readonly GivenRow[]> {
  const source = sourceText(path, text);
  if (/\.csv$/i.test(path)) return csvRows(source);
  return /\.json$/i.test(path) ? jsonRows(source) : lineRows(source);
}

function lineRows(source: SourceText): Parsed<readonly GivenRow[]> {
  const diagnostics: Diagnostic[] = [];
  const value = source.lineStarts.flatMap((start, index): readonly GivenRow[] => {
    const end = source.lineStarts[index + 1] ?? source.text.length;
    const line = source.text.slice(start, end).trimEnd();
    if (line.trim() === "") return [];
    const at = span(source, start, start + line.length);
    const cells = objectOf(line);
    if (cells) return [{ cells, at: (column) => keySpan(source, at, column) }];
    diagnostics.push(finding(testingInfo.badEvent, { message: "the line is not a JSON object", at }));
    return [];
  });
  return { value, diagnostics };
}

function keySpan(source: SourceText, line: Span, column: string): Span {
  const key = JSON.stringify(column);
  const index = source.text.slice(line.start, line.end).indexOf(key);
  return index < 0 ? line : span(source, line.start + index, line.start + index + key.length);
}

function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function jsonRows(source: SourceText): Parsed<readonly GivenRow[]> {
  const whole = span(source, 0, Math.min(1, source.text.length));
  const refused = {
    value: [],
    diagnostics: [finding(testingInfo.badEvent, { message: "the file is no JSON list of objects", at: whole })],
  };
  try {
    const value: unknown = JSON.parse(source.text);
    if (!Array.isArray(value) || !value.every(isObject)) return refused;
    return { value: value.map((cells) => ({ cells, at: () => whole })), diagnostics: [] };
  } catch {
    return refused;
  }
}

/** Cells of a CSV are texts, read by the type of their column; an empty one is an absent one. */
function csvRows(source: SourceText): Parsed<readonly GivenRow[]> {
  try {
    const [names = [], ...rows] = parse(source.text, { skip_empty_lines: true }) as string[][];
    const value = rows.map((row, index): GivenRow => {
      const start = source.lineStarts[index + 1] ?? 0;
      const pairs = names.map((name, slot) => [name, row[slot] ?? ""] as const).filter(([, cell]) => cell !== "");
      return { cells: Object.fromEntries(pairs), at: () => span(source, start, start + 1) };
    });
    return { value, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `the file is not CSV: ${error.message.split("\n")[0]}`;
    return { value: [], diagnostics: [finding(testingInfo.badEvent, { message, at: span(source, 0, 1) })] };
  }
}
