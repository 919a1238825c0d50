/** Regular expressions as the engine reads them: the syntax of Rust's `regex`, matched in linear time by RE2. Where the two differ, the pattern is refused. */

import { RE2JS } from "re2js";

/** Where a group stands in the text; undefined when it took no part in the match. */
export type Place = readonly [start: number, end: number] | undefined;

/** One match: the whole at index 0, then its groups. */
export type Match = readonly [whole: readonly [start: number, end: number], ...groups: Place[]];

export interface RegularExpression {
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** The first match at or after `from`. */
  readonly find: (text: string, from: number) => Match | undefined;
}

export type Compiled =
  | { readonly kind: "compiled"; readonly expression: RegularExpression }
  | { readonly kind: "refused"; readonly refusal: "invalid" | "unsupported"; readonly message: string };

/** Reads a pattern. Syntax: https://learn.microsoft.com/kusto/query/regex, read 2026-11-25. */
export function regularExpression(written: string): Compiled {
  const pattern = withBracketsEscaped(written);
  const unlike = differenceIn(pattern);
  if (unlike !== undefined) {
    return { kind: "refused", refusal: "unsupported", message: `${unlike} in \`${pattern}\` is not evaluated` };
  }
  try {
    const ascii = RE2JS.compile(pattern);
    const names = new Map(Object.entries(ascii.namedGroups()));
    const everywhere = onceMade(() => RE2JS.compile(unicodeClasses(pattern)));
    // Classes like `\w` are the same in both syntaxes for ASCII texts; only other texts need their Unicode form.
    const engineFor = (text: string) => (IS_ASCII.test(text) ? ascii : everywhere());
    return {
      kind: "compiled",
      expression: {
        groups: ascii.groupCount(),
        names,
        find: (text, from) => findIn(engineFor(text), text, from),
      },
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return IS_LIMIT_OF_RE2.test(message) && !hasFallingCount(pattern)
      ? { kind: "refused", refusal: "unsupported", message: `\`${pattern}\` is not evaluated: ${reasonOf(message)}` }
      : { kind: "refused", refusal: "invalid", message: `\`${pattern}\` is not a regular expression` };
  }
}

/** What RE2 refuses and the engine may take: counts beyond 1,000, a repetition repeated, names with signs, classes it has no table of. */
const IS_LIMIT_OF_RE2 =
  /invalid (?:repeat count|nested repetition operator|named capture: `\(\?P?<\w|character class range: `\\[pP])/;

/** `a{3,2}` is wrong for both. */
function hasFallingCount(pattern: string): boolean {
  return [...pattern.matchAll(/\{(\d+),(\d+)\}/g)].some(([, least, most]) => Number(least) > Number(most));
}

const reasonOf = (message: string) => message.replace("error parsing regexp: ", "");

/** All matches that do not overlap; an empty one right behind another is none. */
export function* matchesOf(expression: RegularExpression, text: string): Generator<Match> {
  let from = 0;
  let lastEnd = -1;
  while (from <= text.length) {
    const match = expression.find(text, from);
    if (match === undefined) return;
    const [[start, end]] = match;
    const isEmpty = start === end;
    if (!isEmpty || end !== lastEnd) yield match;
    lastEnd = end;
    from = isEmpty ? end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1) : end;
  }
}

/** But for the vertical tab, which is white space to the engine only. */
const IS_ASCII = /^(?!.*\v)[\0-\x7f]*$/s;

function findIn(engine: RE2JS, text: string, from: number): Match | undefined {
  const matcher = engine.matcher(text);
  if (!matcher.find(from)) return undefined;
  const groups: Place[] = [];
  for (let group = 1; group <= engine.groupCount(); group++) {
    const start = matcher.start(group);
    groups.push(start < 0 ? undefined : [start, matcher.end(group)]);
  }
  return [[matcher.start(0), matcher.end(0)], ...groups];
}

function onceMade<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Escapes, classes and plain characters of a pattern, one by one. */
const TOKEN =
  /\\[pP](?:\{\^?\w+\}|\w)|\\x\{[0-9a-fA-F]+\}|\\[\s\S]|\[:\^?\w+:\]|\[\^?\]?|\((?:\?[^)>:]*[)>:])?|[\s\S]/gu;

/** What the two syntaxes read differently, or undefined. */
function differenceIn(pattern: string): string | undefined {
  if (/\(\?<?[=!]/.test(pattern)) return undefined;
  if (/\\[QECuU<>]/.test(withoutEscapedBackslashes(pattern))) return "this escape";
  if (/\(\?[a-zA-Z]*-?[a-zA-Z]*[xuR]/.test(pattern.replace(/\(\?P?<\w+>/g, "("))) return "the flag `x`, `u` or `R`";
  let isInClass = false;
  for (const [index, token] of tokensOf(pattern)) {
    if (isInClass) {
      if (token === "]") isInClass = false;
      else if (opensClass(token)) return "a class inside a class";
      else if (/^(&&|--|~~)/.test(pattern.slice(index, index + 2))) return "an operation on classes";
    } else if (opensClass(token)) isInClass = true;
    else if (token === "{" && !/^\{\d+(,\d*)?\}/.test(pattern.slice(index))) return "a bare brace";
  }
  return undefined;
}

/**
 * `[[]` and its like hold a class inside a class that never closes. Rust's syntax has no reading of it and RE2's has one, a bracket among the characters;
 * official rules rely on it since the engine was RE2 (Azure-Sentinel, `Malicious_Inbox_Rule.yaml`, version 2.0.0, read 2026-11-26).
 * UNVERIFIED: that the engine of today still takes it; a run of that rule in a workspace would settle it.
 */
function withBracketsEscaped(pattern: string): string {
  if (hasClosedClasses(pattern)) return pattern;
  return pattern.replace(/\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/gu, (part) =>
    part.startsWith("[")
      ? `[${part.slice(1).replace(/\[:\^?\w+:\]|\\[\s\S]|\[/gu, (inner) => (inner === "[" ? "\\[" : inner))}`
      : part,
  );
}

/** As Rust reads classes: each bracket inside of one opens another, but for `[:alpha:]`. */
export function hasClosedClasses(pattern: string): boolean {
  let depth = 0;
  for (const [part] of pattern.matchAll(/\\[\s\S]|\[:\^?\w+:\]|\[\^?\]?|\]/gu)) {
    if (part === "]") depth = Math.max(0, depth - 1);
    else if (opensClass(part)) depth += 1;
  }
  return depth === 0;
}

/** A bracket, but not the whole of `[:alpha:]`, which is a class of letters and colons where it stands alone. */
function opensClass(token: string): boolean {
  return token.startsWith("[") && !token.startsWith("[:");
}

function withoutEscapedBackslashes(pattern: string): string {
  return pattern.replaceAll("\\\\", "");
}

function tokensOf(pattern: string): readonly (readonly [index: number, token: string])[] {
  return [...pattern.matchAll(TOKEN)].map((match) => [match.index, match[0]] as const);
}

const WORD = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\x{200C}\x{200D}`;
const INSIDE: Readonly<Record<string, string>> = {
  "\\d": String.raw`\p{Nd}`,
  "\\D": String.raw`\P{Nd}`,
  "\\w": WORD,
  "\\s": String.raw`\p{White_Space}`,
  "\\S": String.raw`\P{White_Space}`,
};
const OUTSIDE: Readonly<Record<string, string>> = {
  ...INSIDE,
  "\\w": `[${WORD}]`,
  "\\W": `[^${WORD}]`,
};

/** The pattern with the Unicode meaning of `\d`, `\w` and `\s` written out. */
function unicodeClasses(pattern: string): string {
  let isInClass = false;
  return tokensOf(pattern)
    .map(([, token]) => {
      if (isInClass && token === "]") isInClass = false;
      else if (!isInClass && opensClass(token)) isInClass = true;
      return (isInClass ? INSIDE : OUTSIDE)[token] ?? token;
    })
    .join("");
}

/** True where a pattern means something else on texts beyond ASCII than RE2 can say. */
export function needsAscii(pattern: string): boolean {
  const bare = withoutEscapedBackslashes(pattern);
  return /\\[bB]/.test(bare) || /\[[^\]]*\\W/.test(bare);
}

export function isAscii(text: string): boolean {
  return IS_ASCII.test(text);
}
