/** Texts as code points, and in Punycode. */

import { flattened } from "../values/flattened";
import { punycodeOf, textOfPunycode } from "../values/punycode";
import type { Dynamic } from "../values/value";
import { type Example, type KqlFunction, kqlFunction, page } from "./definition";

const TEXT = [{ name: "text", type: "string" }] as const;

const codePoints = (text: string) => [...text].map((letter) => letter.codePointAt(0) ?? 0);

const codePointsOf = kqlFunction({
  name: "unicode_codepoints_from_string",
  aliases: ["to_utf8"],
  source: `${page("unicode-codepoints-from-string-function")}, engine`,
  params: TEXT,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [["unicode_codepoints_from_string('⒦a')", "dynamic([9382, 97])"]],
  call: codePoints,
});

const CODE_POINT_MAX = 0x10ffff;
const isCodePoint = (point: Dynamic): point is number =>
  typeof point === "number" &&
  Number.isInteger(point) &&
  point >= 0 &&
  point <= CODE_POINT_MAX &&
  (point < 0xd800 || point > 0xdfff);

/** One number that is no code point empties the text. */
const ofCodePoints = kqlFunction({
  name: "unicode_codepoints_to_string",
  aliases: ["make_string"],
  source: `${page("unicode-codepoints-to-string-function")}, engine`,
  params: [{ name: "points", type: "any", repeats: true }],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["unicode_codepoints_to_string(dynamic([75, 117, 115]), 116, 111)", "'Kusto'"],
    ["make_string(1114112)", "''"],
  ],
  call: (...points) => {
    const all = flattened(points);
    return all.every(isCodePoint) ? all.map((point) => String.fromCodePoint(point)).join("") : "";
  },
});

const isascii = kqlFunction({
  name: "isascii",
  source: `${page("isascii")}, engine`,
  params: TEXT,
  returns: "bool",
  nulls: "sees nulls",
  examples: [
    ["isascii('some string')", "true"],
    ["isascii('é')", "false"],
  ],
  call: (text) => codePoints(text).every((point) => point < 128),
});

/** Half of a surrogate pair has no UTF-8. */
const isutf8 = kqlFunction({
  name: "isutf8",
  source: `${page("isutf8")}, engine`,
  params: TEXT,
  returns: "bool",
  nulls: "sees nulls",
  examples: [["isutf8('é😀')", "true"]],
  call: (text) => codePoints(text).every(isCodePoint),
});

function punycode(name: string, convert: (text: string) => string | undefined, examples: readonly Example[]) {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: TEXT,
    returns: "string",
    nulls: "sees nulls",
    examples,
    call: (text) => convert(text) ?? "",
  });
}

const PREFIX = /^xn--/i;

function decodedDomain(domain: string): string | undefined {
  const labels = domain
    .split(".")
    .map((label) => (PREFIX.test(label) ? textOfPunycode(label.replace(PREFIX, "")) : label));
  return labels.includes(undefined) ? undefined : labels.join(".");
}

export const unicodeFunctions: readonly KqlFunction[] = [
  codePointsOf,
  ofCodePoints,
  isascii,
  isutf8,
  punycode("punycode_from_string", punycodeOf, [
    ["punycode_from_string('académie-française')", "'acadmie-franaise-npb1a'"],
  ]),
  punycode("punycode_to_string", textOfPunycode, [
    ["punycode_to_string('acadmie-franaise-npb1a')", "'académie-française'"],
  ]),
  punycode("punycode_domain_from_string", decodedDomain, [
    ["punycode_domain_from_string('xn--Lin-8na.Celtchair.org')", "'Lúin.Celtchair.org'"],
  ]),
];
