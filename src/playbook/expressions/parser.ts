/** Parses one expression: the text after `@`, or between `@{` and `}`. */

import { type Token, tokenAt } from "./scanner";
import type { Access, Expression, ParsedExpression, SyntaxMistake } from "./syntax";
import { INT64_MAX, INT64_MIN, type Value } from "./value";

/** Longest expression. Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
export const EXPRESSION_CHARS_MAX = 8192;

/** Deepest nesting of calls that is read; real expressions stay below 20. */
export const EXPRESSION_DEPTH_MAX = 250;

/** Parses the expression that starts at `start` and must end at the end of the text. */
export function parseExpression(text: string, start = 0): ParsedExpression {
  return guarded(() => {
    const cursor = cursorAt(text, start);
    const expression = readExpression(cursor, 0);
    if (cursor.token.kind !== "end") throw new ParseStop(unexpected(cursor.token, "the end of the expression"));
    checkLength(start, text.length);
    return { expression };
  });
}

/** Parses the expression of an interpolation and its closing brace; `end` is the offset after the brace. */
export function parseInterpolated(
  text: string,
  start: number,
): { readonly expression: Expression; readonly end: number } | { readonly mistake: SyntaxMistake } {
  return guarded(() => {
    const cursor = cursorAt(text, start);
    const expression = readExpression(cursor, 0);
    if (!isMark(cursor.token, "}")) {
      if (cursor.token.kind !== "end") throw new ParseStop(unexpected(cursor.token, "`}`"));
      throw new ParseStop({ kind: "syntax", start: start - 2, end: text.length, message: "`@{` has no closing `}`" });
    }
    checkLength(start, cursor.token.start);
    return { expression, end: cursor.token.end };
  });
}

interface Cursor {
  readonly text: string;
  token: Token;
}

/** Leaves the recursion at the first mistake; it never leaves this file. */
class ParseStop extends Error {
  readonly mistake: SyntaxMistake;

  constructor(mistake: SyntaxMistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

function guarded<Result>(parse: () => Result): Result | { readonly mistake: SyntaxMistake } {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ParseStop) return { mistake: error.mistake };
    throw error;
  }
}

function cursorAt(text: string, offset: number): Cursor {
  const cursor: Cursor = { text, token: { kind: "end", text: "", start: offset, end: offset } };
  advance(cursor);
  return cursor;
}

function advance(cursor: Cursor): Token {
  const passed = cursor.token;
  const next = tokenAt(cursor.text, passed.end);
  if ("mistake" in next) throw new ParseStop(next.mistake);
  cursor.token = next;
  return passed;
}

function readExpression(cursor: Cursor, depth: number): Expression {
  const { token } = cursor;
  if (depth > EXPRESSION_DEPTH_MAX) {
    const message = `the expression is nested more than ${EXPRESSION_DEPTH_MAX} levels deep`;
    throw new ParseStop({ kind: "depth", start: token.start, end: token.end, message });
  }
  if (token.kind === "string") return literal(advance(cursor), token.text);
  if (token.kind === "number") return literal(advance(cursor), numberOf(token));
  if (token.kind !== "name") throw new ParseStop(unexpected(token, "a function, a text or a number"));
  advance(cursor);
  if (isMark(cursor.token, "(")) return readCall(cursor, token, depth);
  const word = WORDS.get(token.text.toLowerCase());
  if (word !== undefined) return literal(token, word);
  throw new ParseStop(unexpected(cursor.token, `\`(\` after \`${token.text}\``));
}

const WORDS: ReadonlyMap<string, Value> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function readCall(cursor: Cursor, name: Token, depth: number): Expression {
  advance(cursor);
  const given: Expression[] = [];
  if (!isMark(cursor.token, ")")) {
    given.push(readExpression(cursor, depth + 1));
    while (isMark(cursor.token, ",")) {
      advance(cursor);
      given.push(readExpression(cursor, depth + 1));
    }
  }
  if (!isMark(cursor.token, ")")) throw new ParseStop(unexpected(cursor.token, "`,` or `)`"));
  let { end } = advance(cursor);
  const accesses: Access[] = [];
  for (let access = readAccess(cursor, depth); access; access = readAccess(cursor, depth)) {
    accesses.push(access);
    end = access.end;
  }
  return { kind: "call", name: name.text, nameEnd: name.end, arguments: given, accesses, start: name.start, end };
}

function readAccess(cursor: Cursor, depth: number): Access | undefined {
  const { start } = cursor.token;
  const isSafe = isMark(cursor.token, "?");
  if (isSafe) advance(cursor);
  if (isMark(cursor.token, ".")) {
    // What follows a point is a name even where it looks like a number.
    advance(cursor);
    const { token } = cursor;
    if (token.kind !== "name" && token.kind !== "number") throw new ParseStop(unexpected(token, "a property name"));
    advance(cursor);
    return { isSafe, key: literal(token, token.text), start, end: token.end };
  }
  if (isMark(cursor.token, "[")) {
    advance(cursor);
    const key = readExpression(cursor, depth + 1);
    if (!isMark(cursor.token, "]")) throw new ParseStop(unexpected(cursor.token, "`]`"));
    return { isSafe, key, start, end: advance(cursor).end };
  }
  if (isSafe) throw new ParseStop(unexpected(cursor.token, "`.` or `[` after `?`"));
  return undefined;
}

function literal({ start, end }: Token, value: Value): Expression {
  return { kind: "literal", value, start, end };
}

/** A number with a point or an exponent is a double, as `div(11, 5.0)` shows. */
function numberOf({ text, start, end }: Token): Value {
  if (!/^[+-]?\d+$/.test(text)) return Number(text);
  const integer = BigInt(text.startsWith("+") ? text.slice(1) : text);
  if (integer >= INT64_MIN && integer <= INT64_MAX) return integer;
  throw new ParseStop({ kind: "syntax", start, end, message: `\`${text}\` does not fit into 64 bits` });
}

function isMark(token: Token, text: string): boolean {
  return token.kind === "mark" && token.text === text;
}

function unexpected(token: Token, expected: string): SyntaxMistake {
  const got = token.kind === "end" ? "the end" : `\`${token.text}\``;
  return { kind: "syntax", start: token.start, end: token.end, message: `expected ${expected}, got ${got}` };
}

function checkLength(start: number, end: number): void {
  if (end - start <= EXPRESSION_CHARS_MAX) return;
  const message = `the expression has ${end - start} characters; at most ${EXPRESSION_CHARS_MAX} are allowed`;
  throw new ParseStop({ kind: "length", start, end, message });
}
