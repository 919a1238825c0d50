/** Functions that rewrite texts letter by letter or by lists of parts. */

import { flattened } from "../values/flattened";
import { lowerCase } from "../values/letter-case";
import { textOfDynamic, textOfValue } from "../values/text";
import { type Dynamic, isArray } from "../values/value";
import { type KqlFunction, kqlFunction, page } from "./definition";
import { isTermIn, soughtAsItIs } from "./sought-text";

/** Most repetitions. The document names two limits, 1,024 and 67,108,864; beyond the smaller nothing was recorded. */
const REPETITIONS_MAX = 1_024;

const strrep = kqlFunction({
  name: "strrep",
  source: `${page("strrep-function")}, engine`,
  params: [
    { name: "value", type: "any" },
    { name: "count", type: "long" },
    { name: "delimiter", type: "any", optional: true },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["strrep('ABC', 2)", "'ABCABC'"],
    ["strrep(123, 3, '.')", "'123.123.123'"],
    ["strrep(3s, 2, ' ')", "'00:00:03 00:00:03'"],
  ],
  prepare: (site) => {
    const [type = "string", , delimiterType = "string"] = site.types;
    return (value, count, delimiter = "") => {
      const times = Number(count ?? 0);
      if (times < 1 || times > REPETITIONS_MAX) {
        return site.refuse("unsupported", `\`strrep\` is evaluated for 1 to ${REPETITIONS_MAX} repetitions only`);
      }
      return new Array(times).fill(textOfValue(value, type)).join(textOfValue(delimiter, delimiterType));
    };
  },
});

/** Letters of the first list become those of the second at the same place; its last stands for all that follow, none takes them away. */
const translate = kqlFunction({
  name: "translate",
  source: page("translate-function"),
  params: [
    { name: "search", type: "string" },
    { name: "replacement", type: "string" },
    { name: "text", type: "string" },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["translate('abc', 'x', 'abc')", "'xxx'"],
    ["translate('abc', '', 'ab')", "''"],
    ["translate('krasp', 'otsku', 'spark')", "'kusto'"],
  ],
  call: (search, replacement, text) => {
    const [from, to] = [[...search], [...replacement]];
    return [...text]
      .map((letter) => {
        const at = from.indexOf(letter);
        return at < 0 ? letter : (to[at] ?? to.at(-1) ?? "");
      })
      .join("");
  },
});

/** Parts of a text: those still to be searched, and those that were replaced. */
type Part = { readonly text: string; readonly isDone: boolean };

/** One lookup after the other; what one has replaced no later one finds. */
function replacedAll(text: string, lookups: readonly Dynamic[], rewrites: readonly Dynamic[]): string {
  let parts: readonly Part[] = [{ text, isDone: false }];
  for (const [index, lookup] of lookups.entries()) {
    if (typeof lookup !== "string" || lookup === "") continue;
    const rewrite = rewrites[index];
    const done: Part = { text: typeof rewrite === "string" ? rewrite : lookup, isDone: true };
    parts = parts.flatMap((part) =>
      part.isDone
        ? [part]
        : part.text
            .split(lookup)
            .flatMap((piece, at): readonly Part[] => [...(at > 0 ? [done] : []), { text: piece, isDone: false }]),
    );
  }
  return parts.map((part) => part.text).join("");
}

const replaceStrings = kqlFunction({
  name: "replace_strings",
  source: `${page("replace-strings-function")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "lookups", type: "dynamic" },
    { name: "rewrites", type: "dynamic" },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["replace_strings('a cat, a dog', dynamic(['cat', 'dog']), dynamic(['dog', 'pig']))", "'a dog, a pig'"],
    ["replace_strings('This is', dynamic(['is', 'This']), dynamic(['was', 'This']))", "'Thwas was'"],
    ["replace_strings('This is', dynamic(['This', 'is']), dynamic([12345, 'was']))", "'This was'"],
  ],
  prepare: (site) => (text, lookups, rewrites) => {
    if (!isArray(lookups) || !isArray(rewrites) || lookups.length !== rewrites.length) {
      return site.refuse("unsupported", "`replace_strings` is evaluated for two arrays of the same length only");
    }
    return replacedAll(text, lookups, rewrites);
  },
});

const hasAnyIndex = kqlFunction({
  name: "has_any_index",
  source: `${page("has-any-index-function")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "terms", type: "dynamic" },
  ],
  returns: "long",
  nulls: "sees nulls",
  examples: [
    ["has_any_index('this is an example', dynamic(['not', 'Example']))", "1"],
    ["has_any_index('number 2', range(1, 3, 1))", "1"],
    ["has_any_index('number 2', dynamic([]))", "-1"],
  ],
  call: (text, terms) => {
    const subject = lowerCase(text);
    return flattened([terms]).findIndex((term) => isTermIn(subject, soughtAsItIs(lowerCase(textOfDynamic(term)))));
  },
});

/** Letters that mean something in a pattern. Other signs are escaped by some engines only. */
const SIGNS = /[\\.+*?()|[\]{}^$#&\-~]/g;

const regexQuote = kqlFunction({
  name: "regex_quote",
  source: page("regex-quote-function"),
  params: [{ name: "text", type: "string" }],
  returns: "string",
  nulls: "sees nulls",
  examples: [["regex_quote('(so$me.Te^xt)')", String.raw`@'\(so\$me\.Te\^xt\)'`]],
  prepare: (site) => (text) => {
    if (/[^\w\u0080-\uffff]/.test(text.replace(SIGNS, ""))) {
      return site.refuse("unsupported", "`regex_quote` is evaluated for letters, digits and signs of patterns only");
    }
    return text.replace(SIGNS, String.raw`\$&`);
  },
});

export const textRewriteFunctions: readonly KqlFunction[] = [
  strrep,
  translate,
  replaceStrings,
  hasAnyIndex,
  regexQuote,
];
