/** Functions that make texts of texts. */

import { lowerCase, upperCase } from "../values/letter-case";
import { textOfValue } from "../values/text";
import type { Value } from "../values/value";
import { type KqlFunction, kqlFunction, page } from "./definition";

const text = [{ name: "text", type: "string" }] as const;

const tolower = kqlFunction({
  name: "tolower",
  source: page("tolower-function"),
  params: text,
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["tolower('AbC')", "'abc'"],
    ["tolower('ÉΣ')", "'éσ'"],
  ],
  prepare: (site) => (value) =>
    value.includes("İ") ? site.refuse("unsupported", "`tolower` of `İ` is not evaluated") : lowerCase(value),
});

const toupper = kqlFunction({
  name: "toupper",
  source: page("toupper-function"),
  params: text,
  returns: "string",
  nulls: "sees nulls",
  examples: [["toupper('AbC')", "'ABC'"]],
  prepare: (site) => (value) =>
    upperCase(value) ??
    site.refuse("unsupported", "`toupper` of letters that have no one upper case, as `ß`, is not evaluated"),
});

/** Counts code points: an emoji is one. */
const strlen = kqlFunction({
  name: "strlen",
  source: `${page("strlen-function")}, engine`,
  params: text,
  returns: "long",
  nulls: "sees nulls",
  examples: [["strlen('a😀')", "2"]],
  call: (value) => [...value].length,
});

const strcat = kqlFunction({
  name: "strcat",
  source: page("strcat-function"),
  params: [{ name: "parts", type: "any", repeats: true }],
  returns: "string",
  nulls: "sees nulls",
  examples: [["strcat('a', 1, '-', 2h)", "'a1-02:00:00'"]],
  prepare:
    ({ types }) =>
    (...parts) =>
      parts.map((part: Value, index: number) => textOfValue(part, types[index] ?? "string")).join(""),
});

export const textFunctions: readonly KqlFunction[] = [tolower, toupper, strlen, strcat];
