/** Functions that take texts of known forms apart: CSV, XML, addresses of the web, paths, versions, command lines, JSON paths. */

import { argumentsOfLine } from "../values/command-line";
import { converter } from "../values/convert";
import { Decimal } from "../values/decimal";
import { parseJson } from "../values/json";
import { atPath, type JsonPath, jsonPathOf } from "../values/json-path";
import { textOfDynamic } from "../values/text";
import type { Dynamic } from "../values/value";
import { readXml } from "../values/xml";
import { type CallSite, type KqlFunction, kqlFunction, overload, page } from "./definition";

const TEXT = [{ name: "text", type: "string" }] as const;

/** Only the first record is read. */
const parseCsv = kqlFunction({
  name: "parse_csv",
  source: `${page("parse-csv-function")}, engine`,
  params: TEXT,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [`parse_csv('aa,"b,b",,"say ""c"""')`, `dynamic(['aa', 'b,b', '', 'say "c"'])`],
    ["parse_csv('a,b\\nc,d')", "dynamic(['a', 'b'])"],
  ],
  prepare: (site) => (text) => {
    const fields = firstRecord(text);
    if (text === "" || !fields) {
      return site.refuse(
        "unsupported",
        "`parse_csv` of no text, or of quotes that do not enclose a value, is not evaluated",
      );
    }
    return fields;
  },
});

const FIELD = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;

function firstRecord(text: string): readonly string[] | undefined {
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  for (;;) {
    const match = FIELD.exec(text);
    if (!match) return undefined;
    const [, field = "", end] = match;
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end !== ",") return fields;
  }
}

const parseXml = kqlFunction({
  name: "parse_xml",
  source: page("parse-xml-function"),
  params: TEXT,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["parse_xml('<e/>')", `dynamic({"e": null})`],
    [`parse_xml('<e name="value">text</e>')`, `dynamic({"e": {"@name": "value", "#text": "text"}})`],
    ["parse_xml('<e> <a>x</a> <a>y</a> </e>')", `dynamic({"e": {"a": ["x", "y"]}})`],
    ["isnull(parse_xml('<e>'))", "true"],
  ],
  prepare: (site) => (text) => {
    const read = readXml(text);
    if (read.kind === "untold") return site.refuse("unsupported", `\`parse_xml\` of ${read.what} is not evaluated`);
    return read.kind === "value" ? read.value : null;
  },
});

/** Names and values of a query text. Whether the engine decodes percent signs was not recorded. */
function queryParameters(site: CallSite, text: string): Dynamic {
  const pairs = text === "" ? [] : text.split("&").map((pair) => pair.split("="));
  if (
    /[%+]/.test(text) ||
    pairs.some((pair) => pair.length !== 2) ||
    new Set(pairs.map(([name]) => name)).size < pairs.length
  ) {
    return site.refuse("unsupported", `\`${site.name}\` is evaluated for \`name=value\` pairs of plain letters only`);
  }
  return new Map(pairs.map(([name = "", value = ""]) => [name, value]));
}

const parseUrlquery = kqlFunction({
  name: "parse_urlquery",
  aliases: ["parseurlquery"],
  source: `${page("parse-url-query-function")}, engine`,
  params: TEXT,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [["parse_urlquery('k1=v1&k2=v2')", `dynamic({"Query Parameters": {"k1": "v1", "k2": "v2"}})`]],
  prepare: (site) => (text) => new Map([["Query Parameters", queryParameters(site, text)]]),
});

const URL_PARTS =
  /^([a-z][a-z0-9+.-]*):\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?([^/?#:@[\]]+)(?::(\d+))?(\/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?$/i;

/** UNVERIFIED: parts that are not there are taken as empty texts; a recorded result without port or path would settle it. */
const parseUrl = kqlFunction({
  name: "parse_url",
  aliases: ["parseurl"],
  source: `${page("parse-url-function")}, engine`,
  params: TEXT,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [
      "parse_url('scheme://user:secret@host:1234/a/path?k=v#part')",
      `dynamic({"Scheme": "scheme", "Host": "host", "Port": "1234", "Path": "/a/path", "Username": "user", "Password": "secret", "Query Parameters": {"k": "v"}, "Fragment": "part"})`,
    ],
    ["parse_url('https://bing.com/a').Host", "dynamic('bing.com')"],
  ],
  prepare: (site) => (text) => {
    const match = URL_PARTS.exec(text);
    if (!match) return site.refuse("unsupported", "`parse_url` is evaluated for absolute addresses with a host only");
    const [, scheme = "", user = "", secret = "", host = "", port = "", path = "", query = "", fragment = ""] = match;
    return new Map<string, Dynamic>([
      ["Scheme", scheme],
      ["Host", host],
      ["Port", port],
      ["Path", path],
      ["Username", user],
      ["Password", secret],
      ["Query Parameters", queryParameters(site, query)],
      ["Fragment", fragment],
    ]);
  },
});

const PATH = /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:[a-z]:)?(?:[^:]*[\\/])?)([^\\/:]+)(?::([^\\/:]+))?$/i;

const parsePath = kqlFunction({
  name: "parse_path",
  source: `${page("parse-path-function")}, engine`,
  params: TEXT,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [
      String.raw`parse_path(@'C:\temp\file.txt:a.exe')`,
      String.raw`dynamic({"Scheme": "", "RootPath": "C:\\", "DirectoryPath": "C:\\temp", "DirectoryName": "temp", "Filename": "file.txt", "Extension": "txt", "AlternateDataStreamName": "a.exe"})`,
    ],
    ["parse_path('/usr/lib/file').DirectoryName", "dynamic('lib')"],
  ],
  prepare: (site) => (text) => {
    const [, scheme = "", folder = "", file = "", stream = ""] = PATH.exec(text) ?? [];
    const root = /^[a-z]:[\\/]/i.exec(folder)?.[0] ?? "";
    const directory = folder.slice(0, -1);
    if (
      file === "" ||
      (folder !== "" && directory.length <= Math.max(root.length - 1, 0)) ||
      /^\\\\\?\\/.test(folder)
    ) {
      return site.refuse("unsupported", "`parse_path` of this form of a path is not evaluated");
    }
    return new Map<string, Dynamic>([
      ["Scheme", scheme],
      ["RootPath", root],
      ["DirectoryPath", directory],
      ["DirectoryName", directory.split(/[\\/]/).at(-1) ?? ""],
      ["Filename", file],
      ["Extension", /\.([^.]*)$/.exec(file)?.[1] ?? ""],
      ["AlternateDataStreamName", stream],
    ]);
  },
});

/** Digits that each of the four parts takes in the number. */
const VERSION_DIGITS = 8;

const parseVersion = kqlFunction({
  name: "parse_version",
  source: `${page("parse-version-function")}, engine`,
  params: TEXT,
  returns: "decimal",
  nulls: "sees nulls",
  examples: [
    ["parse_version('0.1.2.0')", "decimal(10000000200000000)"],
    ["parse_version('1') == parse_version('1.0.0.0')", "true"],
    ["isnull(parse_version('1.a'))", "true"],
  ],
  call: (text) => {
    if (!/^\d{1,8}(?:\.\d{1,8}){0,3}$/.test(text)) return null;
    const parts = [...text.split("."), "0", "0", "0"].slice(0, 4);
    return new Decimal(BigInt(parts.map((part) => part.padStart(VERSION_DIGITS, "0")).join("")), 0);
  },
});

const parseCommandLine = kqlFunction({
  name: "parse_command_line",
  source: `${page("parse-command-line-function")}, engine`,
  params: [...TEXT, { name: "parser", type: "string" }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [`parse_command_line('echo "hello world!"', 'windows')`, "dynamic(['echo', 'hello world!'])"],
    [
      String.raw`parse_command_line(@'"a b.exe" -x "c:\d e\\" f\"g', 'windows')`,
      String.raw`dynamic(["a b.exe", "-x", "c:\\d e\\", "f\"g"])`,
    ],
  ],
  prepare: (site) => (text, parser) => {
    if (parser.toLowerCase() !== "windows") {
      return site.refuse("invalid", `\`parse_command_line\` knows no parser \`${parser}\``);
    }
    return argumentsOfLine(text) ?? site.refuse("unsupported", "`parse_command_line` of this line is not evaluated");
  },
});

const EXTRACT_JSON_PARAMS = [
  { name: "path", type: "string" },
  { name: "json", type: "string" },
] as const;

/** The text of what stands at the path; nothing there, or no JSON, is the empty text. */
function jsonReader(site: CallSite): (path: string, json: string) => string {
  const known = new Map<string, JsonPath>();
  return (path, json) => {
    const steps = known.get(path) ?? jsonPathOf(path);
    if (!steps) return site.refuse("unsupported", `\`${site.name}\` with the path \`${path}\` is not evaluated`);
    known.set(path, steps);
    const value = parseJson(json);
    return value === undefined ? "" : textOfDynamic(atPath(value, steps) ?? null);
  };
}

const extractJson: KqlFunction = {
  name: "extract_json",
  aliases: ["extractjson"],
  source: `${page("extract-json-function")}, engine`,
  examples: [
    [`extract_json('$.name', '{"name": "John", "age": 30}')`, "'John'"],
    [`extract_json('$.age', '{"name": "John", "age": 30}', typeof(int))`, "int(30)"],
    [`extract_json("$.a['b c'][1]", '{"a": {"b c": [1, {"d": 2}]}}')`, `'{"d":2}'`],
    [`extract_json('$.none', '{"name": "John"}')`, "''"],
  ],
  overloads: [
    overload({ params: EXTRACT_JSON_PARAMS, returns: "string", nulls: "sees nulls", prepare: jsonReader }),
    overload({
      params: [...EXTRACT_JSON_PARAMS, { name: "type", type: "any" }],
      returns: (types) => types[2] ?? "string",
      nulls: "sees nulls",
      prepare: (site) => {
        if (site.type === "dynamic") return site.refuse("unsupported", "`extract_json` to `dynamic` is not evaluated");
        const read = jsonReader(site);
        const convert = converter("string", site.type);
        return (path, json) => convert(read(path, json));
      },
    }),
  ],
};

export const parseTextFunctions: readonly KqlFunction[] = [
  parseCsv,
  parseXml,
  parseUrlquery,
  parseUrl,
  parsePath,
  parseVersion,
  parseCommandLine,
  extractJson,
];
