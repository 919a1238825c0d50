/** Functions that look for regular expressions: `matches regex`, `extract`, `extract_all`, `replace_regex`, `trim`. */

import { converter } from "../values/convert";
import {
  isAscii,
  type Match,
  matchesOf,
  needsAscii,
  type Place,
  type RegularExpression,
  regularExpression,
} from "../values/regular-expression";
import { type Dynamic, isArray, type Value } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction, overload, page } from "./definition";

/** Patterns of one call site, compiled once each. A pattern that is a literal is refused before any row is read. */
export function patternReader(site: CallSite, constant?: Value): (pattern: string) => RegularExpression {
  const known = new Map<string, RegularExpression>();
  const read = (pattern: string): RegularExpression => {
    const before = known.get(pattern);
    if (before) return before;
    const compiled = regularExpression(pattern);
    if (compiled.kind === "refused") return site.refuse(compiled.refusal, compiled.message);
    const expression = needsAscii(pattern) ? onAsciiOnly(compiled.expression, pattern, site) : compiled.expression;
    if (known.size >= PATTERNS_MAX) known.clear();
    known.set(pattern, expression);
    return expression;
  };
  if (typeof constant === "string") read(constant);
  return read;
}

/** Patterns that a call site keeps when each row brings its own. */
const PATTERNS_MAX = 1_000;

/** RE2 knows word boundaries of ASCII only, the engine's are Unicode's. */
function onAsciiOnly(expression: RegularExpression, pattern: string, site: CallSite): RegularExpression {
  return {
    ...expression,
    find: (text, from) =>
      isAscii(text)
        ? expression.find(text, from)
        : site.refuse("unsupported", `\`${pattern}\` is evaluated on ASCII texts only`),
  };
}

const textOf = (text: string, place: Place) => (place ? text.slice(place[0], place[1]) : "");

const matchesRegex = kqlFunction({
  name: "matches regex",
  source: `${page("matches-regex-operator")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "pattern", type: "string" },
  ],
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["'abc12' matches regex @'[a-z]\\d'", "true"],
    ["'ABC' matches regex 'b'", "false"],
    ["'ABC' matches regex '(?i)b'", "true"],
  ],
  prepare: (site) => {
    const read = patternReader(site, site.constants[1]);
    return (text, pattern) => read(pattern).find(text, 0) !== undefined;
  },
});

const EXTRACT_PARAMS = [
  { name: "regex", type: "string" },
  { name: "group", type: "long" },
  { name: "text", type: "string" },
] as const;

function extracted(site: CallSite): (pattern: string, group: number | bigint | null, text: string) => string {
  const read = patternReader(site, site.constants[0]);
  return (pattern, group, text) => {
    const expression = read(pattern);
    const index = Number(group ?? 0);
    if (index > expression.groups) {
      return site.refuse("unsupported", `\`extract\` of the group ${index} of \`${pattern}\` is not evaluated`);
    }
    const match = expression.find(text, 0);
    return match ? textOf(text, match[index]) : "";
  };
}

const extract: KqlFunction = {
  name: "extract",
  source: `${page("extract-function")}, engine`,
  examples: [
    [`extract("x=([0-9.]+)", 1, "hello x=45.6|wo")`, "'45.6'"],
    [`extract("x=([0-9.]+)", 1, "none")`, "''"],
    [`extract("x=([0-9.]+)", 1, "x=45.6", typeof(real))`, "45.6"],
  ],
  overloads: [
    overload({ params: EXTRACT_PARAMS, returns: "string", nulls: "sees nulls", prepare: extracted }),
    overload({
      params: [...EXTRACT_PARAMS, { name: "type", type: "any" }],
      returns: (types) => types[3] ?? "string",
      nulls: "sees nulls",
      prepare: (site) => {
        const find = extracted(site);
        const convert = converter("string", site.type);
        return (pattern, group, text) => convert(find(pattern, group, text));
      },
    }),
  ],
};

/** The group that a member of the list of groups means: by number or by name. */
function groupIndex(expression: RegularExpression, member: Dynamic): number | undefined {
  if (typeof member === "number" && member >= 0 && member <= expression.groups) return member;
  return typeof member === "string" ? expression.names.get(member) : undefined;
}

function extractedAll(site: CallSite, patternAt: number) {
  const read = patternReader(site, site.constants[patternAt]);
  return (pattern: string, list: Dynamic | undefined, text: string): Value => {
    const expression = read(pattern);
    if (expression.groups === 0) {
      return site.refuse("invalid", `\`extract_all\` needs a group in the pattern \`${pattern}\``);
    }
    const all = Array.from({ length: expression.groups }, (_, index) => index + 1);
    const wanted = isArray(list ?? null)
      ? (list as readonly Dynamic[]).map((each) => groupIndex(expression, each))
      : all;
    const groups = wanted.filter((each) => each !== undefined);
    if (groups.length < wanted.length || groups.length === 0) {
      return site.refuse("unsupported", `\`extract_all\` with these groups of \`${pattern}\` is not evaluated`);
    }
    const found: Dynamic[] = [];
    for (const match of matchesOf(expression, text)) found.push(rowOf(match, groups, expression.groups, text));
    return found.length === 0 ? null : found;
  };
}

/** One group gives texts, several give a list for each match. */
function rowOf(match: Match, groups: readonly number[], all: number, text: string): Dynamic {
  const texts = groups.map((group) => textOf(text, match[group]));
  return all === 1 || groups.length === 1 ? (texts[0] ?? "") : texts;
}

const extractAll: KqlFunction = {
  name: "extract_all",
  aliases: ["extractall"],
  source: `${page("extract-all-function")}, engine`,
  examples: [
    [`extract_all(@"(\\d+)", "a1b22")`, `dynamic(["1", "22"])`],
    [`extract_all(@"([a-z])(\\d)", "a1b2")`, `dynamic([["a", "1"], ["b", "2"]])`],
    [`extract_all(@"(\\w)(\\w+)(\\w)", dynamic([1, 3]), "abcd")`, `dynamic([["a", "d"]])`],
    [`isnull(extract_all(@"(\\d)", "abc"))`, "true"],
  ],
  overloads: [
    overload({
      params: [
        { name: "regex", type: "string" },
        { name: "text", type: "string" },
      ],
      returns: "dynamic",
      nulls: "sees nulls",
      prepare: (site) => {
        const find = extractedAll(site, 0);
        return (pattern, text) => find(pattern, undefined, text);
      },
    }),
    overload({
      params: [
        { name: "regex", type: "string" },
        { name: "groups", type: "dynamic" },
        { name: "text", type: "string" },
      ],
      returns: "dynamic",
      nulls: "sees nulls",
      prepare: (site) => extractedAll(site, 0),
    }),
  ],
};

/** `\0` is the whole match, `\1` the first group, `\\` a backslash. */
function rewritten(rewrite: string, match: Match, text: string): string {
  return rewrite.replace(/\\(\d|\\)/g, (_, what: string) => (what === "\\" ? "\\" : textOf(text, match[Number(what)])));
}

function replacer(site: CallSite, patternAt: number): (text: string, pattern: string, rewrite: string) => string {
  const read = patternReader(site, site.constants[patternAt]);
  return (text, pattern, rewrite) => {
    const expression = read(pattern);
    const groups = [...rewrite.replaceAll("\\\\", "").matchAll(/\\(\D|\d|$)/g)].map(([, what = ""]) => what);
    if (groups.some((what) => !/\d/.test(what) || Number(what) > expression.groups)) {
      return site.refuse("unsupported", `the replacement \`${rewrite}\` is not evaluated`);
    }
    let result = "";
    let from = 0;
    for (const match of matchesOf(expression, text)) {
      result += text.slice(from, match[0][0]) + rewritten(rewrite, match, text);
      from = match[0][1];
    }
    return result + text.slice(from);
  };
}

const replaceRegex = kqlFunction({
  name: "replace_regex",
  source: `${page("replace-regex-function")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "regex", type: "string" },
    { name: "rewrite", type: "string" },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    [`replace_regex("one two", @"\\s+", "-")`, "'one-two'"],
    [`replace_regex("ab", @"(\\w)(\\w)", @"\\2\\1")`, "'ba'"],
  ],
  prepare: (site) => replacer(site, 1),
});

/** The old name, with the text last. */
const replace = kqlFunction({
  name: "replace",
  source: page("replace-regex-function"),
  params: [
    { name: "regex", type: "string" },
    { name: "rewrite", type: "string" },
    { name: "text", type: "string" },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [[`replace("a", "b", "banana")`, "'bbnbnb'"]],
  prepare: (site) => {
    const replaceIn = replacer(site, 0);
    return (pattern, rewrite, text) => replaceIn(text, pattern, rewrite);
  },
});

export const regexFunctions: readonly KqlFunction[] = [matchesRegex, extract, extractAll, replaceRegex, replace];
