/** Texts of files as records, by format. */

import { describe, expect, test } from "vitest";
import { type RecordFormat, readRecords } from "../../src/kql/values/records";

function read(text: string, format: RecordFormat): unknown {
  return readRecords(text, format)?.map((record) =>
    record.kind === "fields" ? record.fields : Object.fromEntries(record.object),
  );
}

describe("records", () => {
  test.each<readonly [RecordFormat, string, unknown]>([
    [
      "csv",
      'a,"b,""c""\nd"\r\n\r\n1,\n',
      [
        ["a", 'b,"c"\nd'],
        ["1", ""],
      ],
    ],
    ["csv", "\ufeffa,b", [["a", "b"]]],
    ["csv", "", []],
    [
      "tsv",
      "a\tb\nc\td\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["psv", "a|b", [["a", "b"]]],
    ["scsv", "a;b", [["a", "b"]]],
    ["sohsv", "a\u0001b", [["a", "b"]]],
    ["txt", "a,b\n\nc\n", [["a,b"], [""], ["c"]]],
    ["raw", "a\nb", [["a\nb"]]],
    ["json", '{"a": 1}\n{"a": "x"}\n', [{ a: 1 }, { a: "x" }]],
    ["json", "[1]", undefined],
    ["multijson", '[{"a": 1}, {"a": 2}]', [{ a: 1 }, { a: 2 }]],
    ["multijson", '{\n"a": 1\n}', [{ a: 1 }]],
    ["multijson", '{"a": 1}\n{"a": 2}', [{ a: 1 }, { a: 2 }]],
    ["multijson", "no", undefined],
  ])("%s %j", (format, text, records) => expect(read(text, format)).toEqual(records));
});
