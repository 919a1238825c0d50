/** Reads a JSON text without losing the digits of its integers. */

import { ExpressionFailure, invalid } from "./failure";
import { INT64_MAX, INT64_MIN, VALUE_DEPTH_MAX, type Value } from "./value";

/** The value of a JSON text; fails as the service does when it is none. */
export function parseJsonText(text: string): Value {
  const reader = { text, at: 0 };
  const value = readValue(reader, 0);
  skipBlanks(reader);
  if (reader.at < text.length)
    invalid(`the text is not JSON: unexpected \`${text[reader.at]}\` at offset ${reader.at}`);
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, depth: number): Value {
  if (depth > VALUE_DEPTH_MAX) {
    throw new ExpressionFailure("limit", `the JSON text is nested more than ${VALUE_DEPTH_MAX} levels deep`);
  }
  skipBlanks(reader);
  const first = reader.text[reader.at];
  if (first === "{") return readObject(reader, depth);
  if (first === "[") return readArray(reader, depth);
  if (first === '"') return readString(reader);
  return readWord(reader);
}

function readObject(reader: Reader, depth: number): Value {
  const entries = new Map<string, Value>();
  reader.at += 1;
  skipBlanks(reader);
  if (accept(reader, "}")) return entries;
  do {
    skipBlanks(reader);
    if (reader.text[reader.at] !== '"') unexpected(reader);
    const key = readString(reader);
    skipBlanks(reader);
    if (!accept(reader, ":")) unexpected(reader);
    entries.set(key, readValue(reader, depth + 1));
    skipBlanks(reader);
  } while (accept(reader, ","));
  if (!accept(reader, "}")) unexpected(reader);
  return entries;
}

function readArray(reader: Reader, depth: number): Value {
  const items: Value[] = [];
  reader.at += 1;
  skipBlanks(reader);
  if (accept(reader, "]")) return items;
  do {
    items.push(readValue(reader, depth + 1));
    skipBlanks(reader);
  } while (accept(reader, ","));
  if (!accept(reader, "]")) unexpected(reader);
  return items;
}

function readString(reader: Reader): string {
  const string = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  string.lastIndex = reader.at;
  const match = string.exec(reader.text);
  if (!match) return unexpected(reader);
  reader.at = string.lastIndex;
  // The service's reader takes raw tabs and line ends inside a string, which JSON does not.
  const escaped = match[0].replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
  return String(JSON.parse(escaped));
}

function readWord(reader: Reader): Value {
  const word = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
  word.lastIndex = reader.at;
  const text = word.exec(reader.text)?.[0];
  if (text === undefined) return unexpected(reader);
  reader.at = word.lastIndex;
  if (text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  if (!/^-?\d+$/.test(text)) return Number(text);
  const integer = BigInt(text);
  return integer >= INT64_MIN && integer <= INT64_MAX ? integer : Number(text);
}

function skipBlanks(reader: Reader): void {
  const blanks = /[\s\uFEFF]*/y;
  blanks.lastIndex = reader.at;
  blanks.exec(reader.text);
  reader.at = blanks.lastIndex;
}

function accept(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function unexpected({ text, at }: Reader): never {
  return invalid(
    at >= text.length
      ? "the text is not JSON: it ends too early"
      : `the text is not JSON: unexpected \`${text[at]}\` at offset ${at}`,
  );
}
