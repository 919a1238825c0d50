/** XML text to dynamic values as `parse_xml` makes them. Rules: https://learn.microsoft.com/kusto/query/parse-xml-function, read 2026-11-25. */

import type { Dynamic } from "./value";

export type ReadXml =
  | { readonly kind: "value"; readonly value: Dynamic }
  /** Not XML: the engine gives null. */
  | { readonly kind: "invalid" }
  /** XML of a form that no document or record says the result of. */
  | { readonly kind: "untold"; readonly what: string };

class Untold extends Error {}
class Invalid extends Error {}

interface Reader {
  readonly text: string;
  at: number;
}

/** Longest text, in bytes; a longer one is null. */
const BYTES_MAX = 1_048_576;
const DEPTH_MAX = 512;

/** `{ root: content }`. */
export function readXml(text: string): ReadXml {
  if (Buffer.byteLength(text, "utf8") > BYTES_MAX) return { kind: "invalid" };
  const reader: Reader = { text, at: 0 };
  try {
    skipBetween(reader);
    const element = readElement(reader, 0);
    skipBetween(reader);
    if (reader.at < text.length) return { kind: "invalid" };
    return { kind: "value", value: new Map([element]) };
  } catch (error) {
    if (error instanceof Untold) return { kind: "untold", what: error.message };
    if (error instanceof Invalid) return { kind: "invalid" };
    throw error;
  }
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return undefined;
  reader.at = pattern.lastIndex;
  return found;
}

const SKIPPED = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*>)*/y;
const COMMENT = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;
const NAME = String.raw`[\p{L}_:][\p{L}\p{N}_:.\-\u00b7]*`;
const OPEN = new RegExp(`<(${NAME})`, "uy");
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "uy");
const OPEN_END = /\s*(\/?)>/y;
const CLOSE = new RegExp(`</(${NAME})\\s*>`, "uy");
const TEXT = /[^<]+/y;

function skipBetween(reader: Reader): void {
  match(reader, SKIPPED);
}

/** Members of an element: attributes, texts and elements under their names. */
type Members = Map<string, Dynamic>;

function readElement(reader: Reader, depth: number): [string, Dynamic] {
  const name = match(reader, OPEN)?.[1];
  if (name === undefined || depth > DEPTH_MAX) throw new Invalid();
  const members: Members = new Map();
  for (let each = match(reader, ATTRIBUTE); each; each = match(reader, ATTRIBUTE)) {
    const key = `@${each[1]}`;
    if (members.has(key)) throw new Invalid();
    members.set(key, decoded(each[2] ?? each[3] ?? ""));
  }
  const end = match(reader, OPEN_END);
  if (!end) throw new Invalid();
  if (end[1] === "/") return [name, members.size === 0 ? null : members];
  return [name, readContent(reader, name, members, depth)];
}

function readContent(reader: Reader, name: string, members: Members, depth: number): Dynamic {
  const texts: string[] = [];
  const children: [string, Dynamic][] = [];
  for (;;) {
    if (reader.text.startsWith("<![CDATA[", reader.at)) throw new Untold("a CDATA section");
    if (match(reader, COMMENT)) continue;
    const text = match(reader, TEXT)?.[0];
    if (text !== undefined) {
      if (text.trim() !== "") texts.push(decoded(text));
      continue;
    }
    const close = match(reader, CLOSE);
    if (close) {
      if (close[1] !== name) throw new Invalid();
      return assembled(members, texts, children);
    }
    children.push(readElement(reader, depth + 1));
  }
}

function assembled(members: Members, texts: readonly string[], children: readonly [string, Dynamic][]): Dynamic {
  if (texts.length > 1) throw new Untold("several texts in one element");
  const [text] = texts;
  if (children.length === 0 && text !== undefined && text.trim() !== text)
    throw new Untold("white space around a text");
  if (members.size === 0 && children.length === 0) {
    if (text === undefined) throw new Untold("an empty element with an end tag");
    return text;
  }
  if (text !== undefined) members.set("#text", text.trim());
  const repeated = new Map<string, Dynamic[]>();
  for (const [name, value] of children) {
    const before = repeated.get(name);
    if (before) before.push(value);
    else repeated.set(name, [value]);
  }
  for (const [name, values] of repeated) members.set(name, values.length === 1 ? (values[0] ?? null) : values);
  return members;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decoded(text: string): string {
  return text.replace(/&([^;&]*);|&/g, (_, name?: string) => {
    const known = ENTITIES.get(name ?? "");
    if (known !== undefined) return known;
    const number = /^#(?:(\d+)|x([0-9a-fA-F]+))$/.exec(name ?? "");
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? "", number[1] ? 10 : 16) : 0;
    if (code <= 0 || code > 0x10ffff) throw new Invalid();
    return String.fromCodePoint(code);
  });
}
