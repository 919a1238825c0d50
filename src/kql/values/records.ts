/** Texts of files as records: delimited values, lines, JSON. Formats: https://learn.microsoft.com/kusto/ingestion-supported-formats, read 2026-11-25. */

import { parseJson } from "./json";
import { type Dynamic, isArray, isBag } from "./value";

export type RecordFormat = "csv" | "tsv" | "psv" | "scsv" | "sohsv" | "txt" | "raw" | "json" | "multijson";

export const RECORD_FORMATS: readonly RecordFormat[] = [
  "csv",
  "tsv",
  "psv",
  "scsv",
  "sohsv",
  "txt",
  "raw",
  "json",
  "multijson",
];

/** A record's fields by position, or a JSON object's by name. */
export type FileRecord =
  | { readonly kind: "fields"; readonly fields: readonly string[] }
  | { readonly kind: "object"; readonly object: ReadonlyMap<string, Dynamic> };

const SEPARATORS: Readonly<Partial<Record<RecordFormat, string>>> = {
  csv: ",",
  tsv: "\t",
  psv: "|",
  scsv: ";",
  sohsv: "\u0001",
};

/** Undefined where the text is not of the format. */
export function readRecords(text: string, format: RecordFormat): readonly FileRecord[] | undefined {
  const clean = text.replace(/^\ufeff/, "");
  const separator = SEPARATORS[format];
  if (separator !== undefined) return delimited(clean, separator).map(fieldsOf);
  switch (format) {
    case "raw":
      return [fieldsOf([clean])];
    case "txt":
      return lines(clean).map((line) => fieldsOf([line]));
    case "json":
      return objects(lines(clean).filter((line) => line.trim() !== ""));
    default:
      return manyJson(clean);
  }
}

function fieldsOf(fields: readonly string[]): FileRecord {
  return { kind: "fields", fields };
}

function lines(text: string): readonly string[] {
  const all = text.split(/\r\n|\n|\r/);
  return all.at(-1) === "" ? all.slice(0, -1) : all;
}

function objects(texts: readonly string[]): readonly FileRecord[] | undefined {
  const values = texts.map(parseJson);
  return values.every((value) => isBag(value ?? null))
    ? values.map((object): FileRecord => ({ kind: "object", object: object as ReadonlyMap<string, Dynamic> }))
    : undefined;
}

/** One array of objects, one object over many lines, or an object a line. */
function manyJson(text: string): readonly FileRecord[] | undefined {
  const whole = parseJson(text);
  if (whole === undefined) return objects(lines(text).filter((line) => line.trim() !== ""));
  const values = isArray(whole) ? whole : [whole];
  return values.every(isBag) ? values.map((object): FileRecord => ({ kind: "object", object })) : undefined;
}

/** RFC 4180: a field in double quotes may hold separators, line ends, and doubled quotes. A line without anything is no record. */
function delimited(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = fieldAt(text, at, separator);
    fields.push(field.text);
    at = field.end;
    if (text.startsWith(separator, at) && at < text.length) {
      at += separator.length;
      if (at === text.length) fields.push("");
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (fields.length > 1 || fields[0] !== "") records.push(fields);
    fields = [];
  }
  if (fields.length > 0) records.push(fields);
  return records;
}

function fieldAt(text: string, at: number, separator: string): { readonly text: string; readonly end: number } {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
    return { text: text.slice(at, end), end };
  }
  let made = "";
  let end = at + 1;
  while (end < text.length) {
    if (text[end] === '"') {
      if (text[end + 1] !== '"') return { text: made, end: end + 1 };
      end++;
    }
    made += text[end];
    end++;
  }
  return { text: made, end };
}
