/** The rule language of filters for devices and applications: comparisons joined by -and, -or, -not and parentheses.
 *  Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices and
 *  https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership (the syntax it refers to), read 2026-11-23. */

import { type Diagnostic, finding, type Parsed, type SourceText, sourceText, span } from "../../diagnostics";
import { filterChecks } from "../checks/filter";

export type Rule =
  | { readonly kind: "and" | "or"; readonly parts: readonly Rule[] }
  | { readonly kind: "not"; readonly part: Rule }
  | Comparison;

export interface Comparison {
  readonly kind: "comparison";
  /** As written, with its object: `device.model`. */
  readonly property: string;
  /** As written, without the hyphen. */
  readonly operator: string;
  readonly values: readonly (string | null)[];
  readonly isList: boolean;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly kind: "(" | ")" | "[" | "]" | "," | "operator" | "word" | "text" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Parentheses deeper than this are refused; a rule of 3072 characters that means something has a few. */
const DEPTH_MAX = 100;

export function parseFilter(rule: string): Parsed<Rule | undefined> {
  const source = sourceText("rule", rule);
  const tokens = tokensOf(source.text);
  const diagnostics: Diagnostic[] = [];
  const state: Parser = { source, tokens, at: 0, depth: 0, diagnostics };
  const value = parseOr(state);
  if (value !== undefined && diagnostics.length === 0 && peek(state).kind !== "end")
    expected(state, "`-and`, `-or` or the end of the rule");
  return { value: diagnostics.length === 0 ? value : undefined, diagnostics };
}

interface Parser {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  readonly diagnostics: Diagnostic[];
}

function parseOr(parser: Parser): Rule | undefined {
  return parseChain(parser, "or", (inner) => parseChain(inner, "and", parseUnary));
}

function parseChain(
  parser: Parser,
  kind: "and" | "or",
  parsePart: (parser: Parser) => Rule | undefined,
): Rule | undefined {
  const parts: Rule[] = [];
  do {
    const part = parsePart(parser);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (takeOperator(parser, kind));
  const [first] = parts;
  return parts.length === 1 ? first : { kind, parts };
}

function parseUnary(parser: Parser): Rule | undefined {
  if (++parser.depth > DEPTH_MAX) return expected(parser, "a rule with fewer parentheses");
  const rule = takeOperator(parser, "not") ? negated(parseUnary(parser)) : parsePrimary(parser);
  parser.depth--;
  return rule;
}

function negated(part: Rule | undefined): Rule | undefined {
  return part && { kind: "not", part };
}

function parsePrimary(parser: Parser): Rule | undefined {
  if (!take(parser, "(")) return parseComparison(parser);
  const rule = parseOr(parser);
  if (rule === undefined) return undefined;
  return take(parser, ")") ? rule : expected(parser, "`)`");
}

function parseComparison(parser: Parser): Rule | undefined {
  const property = take(parser, "word");
  if (!property) return expected(parser, "a property such as `device.model`");
  const operator = take(parser, "operator") ?? takeBareOperator(parser);
  if (!operator) return expected(parser, "an operator such as `-eq`");
  const start = property.start;
  const list = take(parser, "[");
  const values = list ? parseList(parser) : parseValue(parser);
  if (values === undefined) return undefined;
  const end = parser.tokens[parser.at - 1]?.end ?? operator.end;
  const name = operator.text.replace(/^-/, "");
  return {
    kind: "comparison",
    property: property.text,
    operator: name,
    values,
    isList: list !== undefined,
    start,
    end,
  };
}

/** Some exports write operators without the hyphen. */
function takeBareOperator(parser: Parser): Token | undefined {
  const token = peek(parser);
  return token.kind === "word" && /^(not)?(eq|equals|ne|in|startsWith|endsWith|contains)$/i.test(token.text)
    ? take(parser, "word")
    : undefined;
}

function parseList(parser: Parser): readonly (string | null)[] | undefined {
  const values: (string | null)[] = [];
  if (take(parser, "]")) return values;
  do {
    const value = parseValue(parser);
    if (value === undefined) return undefined;
    values.push(...value);
  } while (take(parser, ","));
  return take(parser, "]") ? values : expected(parser, "`]`");
}

function parseValue(parser: Parser): readonly (string | null)[] | undefined {
  const text = take(parser, "text");
  if (text) return [text.text];
  const word = take(parser, "word");
  if (!word) return expected(parser, 'a value such as `"SAW"`');
  return [/^\$?null$/i.test(word.text) ? null : word.text];
}

function peek(parser: Parser): Token {
  const end = parser.source.text.length;
  return parser.tokens[parser.at] ?? { kind: "end", text: "", start: end, end };
}

function take(parser: Parser, kind: Token["kind"]): Token | undefined {
  const token = peek(parser);
  if (token.kind !== kind || kind === "end") return undefined;
  parser.at++;
  return token;
}

function takeOperator(parser: Parser, name: "and" | "or" | "not"): boolean {
  const token = peek(parser);
  const isIt =
    (token.kind === "operator" || token.kind === "word") && token.text.replace(/^-/, "").toLowerCase() === name;
  if (isIt) parser.at++;
  return isIt;
}

function expected(parser: Parser, what: string): undefined {
  const token = peek(parser);
  const got = token.kind === "end" ? "the end of the rule" : `\`${token.text}\``;
  const at = span(parser.source, token.start, Math.max(token.end, token.start + 1));
  parser.diagnostics.push(finding(filterChecks.syntax, { message: `${what} is expected, not ${got}`, at }));
  return undefined;
}

const TOKEN = /\s+|([()[\],])|(-[A-Za-z]+)|"((?:[^"\\`]|\\.|`.|"")*)"|'((?:[^'\\]|\\.|'')*)'|([^\s()[\],"']+)/gy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let start = 0; start < text.length; start = TOKEN.lastIndex) {
    TOKEN.lastIndex = start;
    const match = TOKEN.exec(text);
    if (!match) return [...tokens, { kind: "end", text: text.slice(start, start + 1), start, end: start + 1 }];
    const [whole, mark, operator, double, single, word] = match;
    const end = start + whole.length;
    if (mark !== undefined) tokens.push({ kind: mark as Token["kind"], text: mark, start, end });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator, start, end });
    else if (double !== undefined) tokens.push({ kind: "text", text: unescaped(double, '"'), start, end });
    else if (single !== undefined) tokens.push({ kind: "text", text: unescaped(single, "'"), start, end });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, start, end });
  }
  return tokens;
}

function unescaped(text: string, quote: string): string {
  return text.replaceAll(quote + quote, quote).replace(/[\\`](["'`\\])/g, "$1");
}
