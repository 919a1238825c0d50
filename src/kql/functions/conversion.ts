/** `tostring`, `tolong` and the other conversions: what can't be converted is null, nothing fails. */

import { converter } from "../values/convert";
import { parseJson } from "../values/json";
import type { TypeName } from "../values/type-name";
import type { Dynamic } from "../values/value";
import { type Example, type KqlFunction, kqlFunction, page } from "./definition";

function conversion(
  name: string,
  to: TypeName,
  examples: readonly Example[],
  aliases: readonly string[] = [],
): KqlFunction {
  return kqlFunction({
    name,
    aliases,
    source: `${page(`${name}-function`)}, engine`,
    params: [{ name: "value", type: "any" }],
    returns: to,
    nulls: "sees nulls",
    examples,
    prepare: ({ types: [from = "dynamic"] }) => converter(from, to),
  });
}

/** Text that is not JSON is a text inside dynamic. */
const parseJsonFunction = kqlFunction({
  name: "parse_json",
  aliases: ["todynamic", "parsejson", "toobject"],
  source: `${page("parse-json-function")}, engine`,
  params: [{ name: "json", type: "any" }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [`parse_json('{"a": 1}').a`, "1"],
    ["tostring(parse_json('not json'))", "'not json'"],
    ["isnull(parse_json(''))", "true"],
  ],
  prepare: ({ types: [from = "dynamic"] }) => {
    const wrap = converter(from, "dynamic");
    return (value) => {
      if (from !== "string") return wrap(value);
      return value === "" || typeof value !== "string" ? null : dynamicOfText(value);
    };
  },
});

function dynamicOfText(text: string): Dynamic {
  const parsed = parseJson(text);
  return parsed === undefined ? text : parsed;
}

export const conversionFunctions: readonly KqlFunction[] = [
  conversion("tostring", "string", [
    ["tostring(true)", "'True'"],
    ["tostring(1.0)", "'1.0'"],
    ["tostring(long(null))", "''"],
  ]),
  conversion("tolong", "long", [
    ["tolong('0xFF')", "255"],
    ["tolong(-1.9)", "-1"],
    ["tolong('42.0')", "long(null)"],
  ]),
  conversion("toint", "int", [["toint('12')", "int(12)"]]),
  conversion("todouble", "real", [["todouble('1.5')", "1.5"]], ["toreal"]),
  conversion("todecimal", "decimal", [["todecimal('1.5')", "decimal(1.5)"]]),
  conversion(
    "tobool",
    "bool",
    [
      ["tobool('TRUE')", "true"],
      ["tobool('yes')", "bool(null)"],
    ],
    ["toboolean"],
  ),
  conversion("todatetime", "datetime", [["todatetime('2026-01-01')", "datetime(2026-01-01)"]]),
  conversion("totimespan", "timespan", [["totimespan('01:00:00')", "1h"]], ["totime"]),
  conversion("toguid", "guid", [
    ["toguid('74be27de1e4e49d9b579fe0b331d3642')", "guid(74be27de-1e4e-49d9-b579-fe0b331d3642)"],
  ]),
  parseJsonFunction,
];
