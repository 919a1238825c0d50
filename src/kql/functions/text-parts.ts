/** Functions that cut, search, join and rewrite texts by places and literal parts. */

import { matchesOf } from "../values/regular-expression";
import { textOfDynamic, textOfValue } from "../values/text";
import { type Dynamic, isArray } from "../values/value";
import { type KqlFunction, kqlFunction, page } from "./definition";
import { patternReader } from "./regex";

/** Counts code points; a negative start counts from the end, a negative length gives nothing. */
const substring = kqlFunction({
  name: "substring",
  source: `${page("substring-function")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "start", type: "long" },
    { name: "length", type: "long", optional: true },
  ],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["substring('123456', 2, 3)", "'345'"],
    ["substring('hello', -2, 2)", "'lo'"],
    ["substring('a😀b', 1, 1)", "'😀'"],
  ],
  call: (text, start, length) => {
    const points = [...text];
    const from = Number(start) < 0 ? Math.max(0, points.length + Number(start)) : Number(start);
    const count = length === undefined ? points.length : Number(length);
    return count <= 0 ? "" : points.slice(from, from + count).join("");
  },
});

const split = kqlFunction({
  name: "split",
  source: `${page("split-function")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "delimiter", type: "string" },
    { name: "index", type: "long", optional: true },
  ],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["split('a,b,,c', ',')", `dynamic(["a", "b", "", "c"])`],
    ["split('', ',')", `dynamic([""])`],
    ["split('a_b', '_', 1)", `dynamic(["b"])`],
    ["isnull(split('a_b', '_', 4))", "true"],
  ],
  prepare:
    (site) =>
    (text, delimiter, index): Dynamic => {
      if (delimiter === "") return site.refuse("unsupported", EMPTY_DELIMITER);
      const parts = partsOf(text, delimiter);
      if (index === undefined) return parts;
      const part = Number(index) < 0 ? undefined : parts[Number(index)];
      return part === undefined ? null : [part];
    },
  prepareItem: (site, item) => {
    if (site.types.length > 2 || item < 0) return undefined;
    return (text, delimiter) => {
      if (delimiter === "") return site.refuse("unsupported", EMPTY_DELIMITER);
      return partAt(text as string, delimiter as string, item);
    };
  },
});

const EMPTY_DELIMITER = "`split` by an empty text is not evaluated";

/** What `text.split(delimiter)` gives, in half the time that V8 takes for short texts. */
function partsOf(text: string, delimiter: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
    parts.push(text.slice(start, end));
    start = end + delimiter.length;
  }
  parts.push(text.slice(start));
  return parts;
}

/** The numbered one of these parts alone. */
function partAt(text: string, delimiter: string, number: number): string | null {
  let start = 0;
  for (let before = 0; before < number; before++) {
    const end = text.indexOf(delimiter, start);
    if (end < 0) return null;
    start = end + delimiter.length;
  }
  const end = text.indexOf(delimiter, start);
  return text.slice(start, end < 0 ? text.length : end);
}

const strcatDelim = kqlFunction({
  name: "strcat_delim",
  source: page("strcat-delim-function"),
  params: [
    { name: "delimiter", type: "string" },
    { name: "parts", type: "any", repeats: true },
  ],
  returns: "string",
  nulls: "sees nulls",
  examples: [["strcat_delim('-', 1, '2', 'A', 1s)", "'1-2-A-00:00:01'"]],
  prepare:
    ({ types }) =>
    (delimiter, ...parts) =>
      parts.map((part, index) => textOfValue(part, types[index + 1] ?? "string")).join(delimiter),
});

const strcatArray = kqlFunction({
  name: "strcat_array",
  aliases: ["array_strcat"],
  source: `${page("strcat-array-function")}, engine`,
  params: [
    { name: "array", type: "dynamic" },
    { name: "delimiter", type: "string" },
  ],
  returns: "string",
  nulls: "null in, null out",
  examples: [["strcat_array(dynamic([1, null, 3]), '->')", "'1->->3'"]],
  call: (array, delimiter) => (isArray(array) ? array.map(textOfDynamic).join(delimiter) : null),
});

const REPLACE_PARAMS = [
  { name: "text", type: "string" },
  { name: "lookup", type: "string" },
  { name: "rewrite", type: "string" },
] as const;

const replaceString = kqlFunction({
  name: "replace_string",
  source: `${page("replace-string-function")}, engine`,
  params: REPLACE_PARAMS,
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["replace_string('banana', 'an', '-')", "'b--a'"],
    ["replace_string('aaa', '', 'X')", "'aaa'"],
  ],
  call: (text, lookup, rewrite) => (lookup === "" ? text : text.replaceAll(lookup, () => rewrite)),
});

const countof = kqlFunction({
  name: "countof",
  source: `${page("countof-function")}, engine`,
  params: [
    { name: "text", type: "string" },
    { name: "search", type: "string" },
    { name: "kind", type: "string", optional: true },
  ],
  returns: "long",
  nulls: "sees nulls",
  examples: [
    ["countof('aaa bbb', 'a')", "3"],
    ["countof('hello world', 'l+', 'regex')", "2"],
  ],
  prepare: (site) => {
    const read = patternReader(site);
    return (text, search, kind = "normal") => {
      if (kind.toLowerCase() === "regex") return [...matchesOf(read(search), text)].length;
      if (search === "") return site.refuse("unsupported", "`countof` of an empty text is not evaluated");
      // Plain occurrences may overlap: the document counts `aba` in `ababa` as 2.
      let count = 0;
      for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) count++;
      return count;
    };
  },
});

const reverse = kqlFunction({
  name: "reverse",
  source: `${page("reverse-function")}, engine`,
  params: [{ name: "value", type: "any" }],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["reverse('a😀b')", "'b😀a'"],
    ["reverse(3h)", "'00:00:30'"],
  ],
  prepare: ({ types: [type = "string"] }) => {
    return (value) => [...textOfValue(value, type)].reverse().join("");
  },
});

const stringSize = kqlFunction({
  name: "string_size",
  source: `${page("string-size-function")}, engine`,
  params: [{ name: "text", type: "string" }],
  returns: "long",
  nulls: "sees nulls",
  examples: [["string_size('café')", "5"]],
  call: (text) => Buffer.byteLength(text, "utf8"),
});

const strcmp = kqlFunction({
  name: "strcmp",
  source: page("strcmp-function"),
  params: [
    { name: "left", type: "string" },
    { name: "right", type: "string" },
  ],
  returns: "long",
  nulls: "sees nulls",
  examples: [["strcmp('abc', 'ABC')", "1"]],
  call: (left, right) => (left === right ? 0 : left < right ? -1 : 1),
});

export const textPartFunctions: readonly KqlFunction[] = [
  substring,
  split,
  strcatDelim,
  strcatArray,
  replaceString,
  countof,
  reverse,
  stringSize,
  strcmp,
];
