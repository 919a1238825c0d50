/** Every other name of a function or an aggregate gives what its main name gives. */

import { describe, expect, test } from "vitest";
import { aggregates } from "../../src/kql/aggregates/registry";
import { functions } from "../../src/kql/functions/registry";
import { rowsOf } from "./run-query";

/** The names as they stand on Microsoft's pages and in its binder: a definition that loses one is noticed here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  arg_max: "argmax",
  arg_min: "argmin",
  array_iff: "array_iif",
  array_length: "arraylength",
  bag_pack: "pack pack_dictionary",
  base64_decode_tostring: "base64_decodestring",
  base64_encode_tostring: "base64_encodestring",
  bin: "floor",
  datetime_part: "datepart",
  dcount: "count_distinct",
  extract_all: "extractall",
  extract_json: "extractjson",
  hash_xxhash64: "hash",
  iff: "iif",
  isnotempty: "notempty",
  isnotnull: "notnull",
  make_list: "makelist",
  make_set: "makeset",
  monthofyear: "getmonth",
  parse_json: "todynamic parsejson toobject",
  parse_url: "parseurl",
  parse_urlquery: "parseurlquery",
  strcat_array: "array_strcat",
  take_any: "any",
  take_anyif: "anyif",
  tobool: "toboolean",
  todouble: "toreal",
  totimespan: "totime",
  unicode_codepoints_from_string: "to_utf8",
  unicode_codepoints_to_string: "make_string",
};

/** An example that calls the name, with another name in its place. */
const renamed = (text: string, from: string, to: string) => text.replace(new RegExp(`\\b${from}\\(`, "g"), `${to}(`);

test("the other names are those", () => {
  const found = [...functions, ...aggregates].flatMap(({ name, aliases = [] }) =>
    aliases.length > 0 ? [[name, aliases.join(" ")] as const] : [],
  );
  expect(Object.fromEntries(found)).toEqual(OTHER_NAMES);
});

test("functions: one query for all", () => {
  const pairs = functions.flatMap(({ name, aliases = [], examples }) =>
    aliases.flatMap((alias) => {
      const calls = examples.map(([expression]) => expression).filter((text) => text.includes(`${name}(`));
      return calls.map((text) => [text, renamed(text, name, alias)] as const);
    }),
  );
  const rows = rowsOf(
    `print ${pairs
      .flat()
      .map((text, index) => `c${index} = ${text}`)
      .join(", ")}`,
  );
  const cells = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : undefined;
  expect(cells ?? rows).toHaveLength(2 * pairs.length);
  const shown = (place: 0 | 1) => pairs.map(([, text], index) => [text, cells?.[2 * index + place]]);
  expect(shown(1)).toEqual(shown(0));
});

describe("aggregates", () => {
  const cases = aggregates.flatMap(({ name, aliases = [], examples }) => {
    const [example = ""] = examples.find(([text]) => text.includes(`${name}(`)) ?? [];
    // The columns of `argmax` have names of their own, so nothing behind it may name them.
    const query = example.replace(/ \| project .*/, "");
    return aliases.map((alias) => [renamed(query, name, alias), query] as const);
  });
  test.each(cases)("%s", (query, main) => {
    const rows = rowsOf(query);
    expect(rows).toEqual(rowsOf(main));
    expect(Array.isArray(rows) && Array.isArray(rows[0])).toBe(true);
  });
});
