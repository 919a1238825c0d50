/** Parses XPath 1.0. */

import { beyondLimit, invalid, unsupported } from "../failure";
import type { XPath, XPathPath, XPathStep, XPathTest } from "./xpath-syntax";

export function parseXPath(text: string): XPath {
  const cursor: Cursor = { text, tokens: tokensOf(text), at: 0, depth: 0 };
  const expression = readBinary(cursor, 0);
  if (cursor.at < cursor.tokens.length) unexpected(cursor);
  return expression;
}

interface Cursor {
  readonly text: string;
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const DEPTH_MAX = 200;
const TOKEN =
  /\s*("[^"]*"|'[^']*'|\d+(?:\.\d*)?|\.\d+|::|\/\/|\.\.|!=|<=|>=|[()[\].@,/|+\-=<>*$]|[\p{L}_][\p{L}\p{N}_.-]*(?::(?!:)(?:\*|[\p{L}_][\p{L}\p{N}_.-]*))?)/uy;

function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; text.slice(at).trim() !== ""; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined)
      return invalid(`the XPath \`${text}\` has an unexpected \`${text.slice(at).trim().charAt(0)}\``);
    tokens.push(token);
  }
  return tokens;
}

/** Weakest first. */
const OPERATORS: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["=", "!="],
  ["<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "div", "mod"],
];

function readBinary(cursor: Cursor, level: number): XPath {
  const operators = OPERATORS[level];
  if (!operators) return readUnary(cursor);
  let left = readBinary(cursor, level + 1);
  for (
    let operator = cursor.tokens[cursor.at];
    operator !== undefined && operators.includes(operator);
    operator = cursor.tokens[cursor.at]
  ) {
    cursor.at += 1;
    left = { kind: "binary", operator, left, right: readBinary(cursor, level + 1) };
  }
  return left;
}

function readUnary(cursor: Cursor): XPath {
  let isNegative = false;
  let isSigned = false;
  while (accept(cursor, "-")) {
    isNegative = !isNegative;
    isSigned = true;
  }
  const operand = readUnion(cursor);
  return isSigned ? { kind: "negation", operand: isNegative ? operand : { kind: "negation", operand } } : operand;
}

function readUnion(cursor: Cursor): XPath {
  let left = readPath(cursor);
  while (accept(cursor, "|")) left = { kind: "binary", operator: "|", left, right: readPath(cursor) };
  return left;
}

function readPath(cursor: Cursor): XPath {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) return unexpected(cursor);
  if (!isPrimaryStart(cursor)) return readSteps(cursor, "context");
  const expression = readPrimary(cursor, token);
  const predicates = readPredicates(cursor);
  const next = cursor.tokens[cursor.at];
  if (predicates.length === 0 && next !== "/" && next !== "//") return expression;
  return readSteps(cursor, { expression, predicates });
}

function isPrimaryStart({ tokens, at }: Cursor): boolean {
  const token = tokens[at] ?? "";
  if (/^["'(]|^\d|^\.\d/.test(token)) return true;
  return /^[\p{L}_]/u.test(token) && tokens[at + 1] === "(" && !NODE_TYPES.has(token);
}

function readPrimary(cursor: Cursor, token: string): XPath {
  cursor.at += 1;
  if (/^["']/.test(token)) return { kind: "text", value: token.slice(1, -1) };
  if (/^[\d.]/.test(token)) return { kind: "number", value: Number(token) };
  if (token === "(") {
    const inner = nested(cursor);
    expect(cursor, ")");
    return inner;
  }
  expect(cursor, "(");
  const given: XPath[] = [];
  if (!accept(cursor, ")")) {
    do given.push(nested(cursor));
    while (accept(cursor, ","));
    expect(cursor, ")");
  }
  return { kind: "call", name: token, arguments: given };
}

function nested(cursor: Cursor): XPath {
  cursor.depth += 1;
  if (cursor.depth > DEPTH_MAX) beyondLimit("the XPath is nested too deep");
  const expression = readBinary(cursor, 0);
  cursor.depth -= 1;
  return expression;
}

const DESCENDANTS: XPathStep = { axis: "descendant-or-self", test: { kind: "type", type: "node" }, predicates: [] };

function readSteps(cursor: Cursor, start: XPathPath["from"]): XPath {
  const steps: XPathStep[] = [];
  let from = start;
  if (start === "context" && (cursor.tokens[cursor.at] === "/" || cursor.tokens[cursor.at] === "//")) {
    from = "root";
    if (accept(cursor, "/")) {
      if (!isStepStart(cursor)) return { kind: "path", from, steps };
    } else if (accept(cursor, "//")) steps.push(DESCENDANTS);
    steps.push(readStep(cursor));
  } else if (start === "context") steps.push(readStep(cursor));
  for (;;) {
    if (accept(cursor, "//")) steps.push(DESCENDANTS);
    else if (!accept(cursor, "/")) return { kind: "path", from, steps };
    steps.push(readStep(cursor));
  }
}

function isStepStart({ tokens, at }: Cursor): boolean {
  return /^[\p{L}_*@.]/u.test(tokens[at] ?? "");
}

const NODE_TYPES = new Set(["node", "text", "comment", "processing-instruction"]);
const AXES = new Set([
  "ancestor",
  "ancestor-or-self",
  "attribute",
  "child",
  "descendant",
  "descendant-or-self",
  "following",
  "following-sibling",
  "parent",
  "preceding",
  "preceding-sibling",
  "self",
]);

function readStep(cursor: Cursor): XPathStep {
  if (accept(cursor, "..")) return { axis: "parent", test: { kind: "type", type: "node" }, predicates: [] };
  if (accept(cursor, ".")) return { axis: "self", test: { kind: "type", type: "node" }, predicates: [] };
  let axis = "child";
  if (accept(cursor, "@")) axis = "attribute";
  else if (cursor.tokens[cursor.at + 1] === "::") {
    axis = cursor.tokens[cursor.at] ?? "";
    if (axis === "namespace") unsupported("the XPath axis `namespace` is not evaluated");
    if (!AXES.has(axis)) invalid(`the XPath axis \`${axis}\` is not known`);
    cursor.at += 2;
  }
  const test = readTest(cursor);
  return { axis, test, predicates: readPredicates(cursor) };
}

function readTest(cursor: Cursor): XPathTest {
  const token = cursor.tokens[cursor.at] ?? "";
  if (!/^(?:\*|[\p{L}_])/u.test(token)) return unexpected(cursor);
  cursor.at += 1;
  if (!NODE_TYPES.has(token) || cursor.tokens[cursor.at] !== "(") return { kind: "name", name: token };
  expect(cursor, "(");
  const target = token === "processing-instruction" ? readLiteral(cursor) : undefined;
  expect(cursor, ")");
  if (token === "processing-instruction") return { kind: "instruction", target };
  return { kind: "type", type: token as "node" | "text" | "comment" };
}

function readLiteral(cursor: Cursor): string | undefined {
  const token = cursor.tokens[cursor.at] ?? "";
  if (!/^["']/.test(token)) return undefined;
  cursor.at += 1;
  return token.slice(1, -1);
}

function readPredicates(cursor: Cursor): readonly XPath[] {
  const predicates: XPath[] = [];
  while (accept(cursor, "[")) {
    predicates.push(nested(cursor));
    expect(cursor, "]");
  }
  return predicates;
}

function accept(cursor: Cursor, token: string): boolean {
  if (cursor.tokens[cursor.at] !== token) return false;
  cursor.at += 1;
  return true;
}

function expect(cursor: Cursor, token: string): void {
  if (!accept(cursor, token)) unexpected(cursor);
}

function unexpected({ text, tokens, at }: Cursor): never {
  return invalid(
    `the XPath \`${text}\` is not valid: unexpected ${tokens[at] === undefined ? "end" : `\`${tokens[at]}\``}`,
  );
}
