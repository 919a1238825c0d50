/** Cuts the text of an expression into tokens. */

import type { Range, SyntaxMistake } from "./syntax";

export interface Token extends Range {
  readonly kind: "name" | "string" | "number" | "mark" | "end";
  /** The text as written; of a string, its value. */
  readonly text: string;
}

/** One of these ends a name. Source: scanner of Azure/LogicAppsUX, read for facts 2026-11-23. */
const NAME = /[^\s.,(){}@[\]?'"]+/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![^\s.,(){}@[\]?'"])/y;
const STRING = /'(?:[^']|'')*'/y;
const BLANKS = /\s*/y;
const MARKS = "().,[]?{}";

/** The token at an offset; `end` at the end of the text or at what can't be a token, with a mistake in the latter case. */
export function tokenAt(text: string, offset: number): Token | { readonly mistake: SyntaxMistake } {
  const start = offset + (matchAt(BLANKS, text, offset) ?? "").length;
  const first = text[start];
  if (first === undefined) return { kind: "end", text: "", start, end: start };
  if (first === "'") {
    const string = matchAt(STRING, text, start);
    if (string === undefined) return mistakeAt(start, text.length, "the text in single quotes is not closed");
    return { kind: "string", text: string.slice(1, -1).replaceAll("''", "'"), start, end: start + string.length };
  }
  const number = matchAt(NUMBER, text, start);
  if (number !== undefined) return { kind: "number", text: number, start, end: start + number.length };
  if (MARKS.includes(first)) return { kind: "mark", text: first, start, end: start + 1 };
  if (first === '"') return mistakeAt(start, start + 1, "a text is written in single quotes, not in double quotes");
  const name = matchAt(NAME, text, start);
  if (name !== undefined) return { kind: "name", text: name, start, end: start + name.length };
  return mistakeAt(start, start + 1, `unexpected \`${first}\` in an expression`);
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function mistakeAt(start: number, end: number, message: string): { readonly mistake: SyntaxMistake } {
  return { mistake: { kind: "syntax", start, end, message } };
}
