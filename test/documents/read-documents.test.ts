import { describe, expect, test } from "vitest";
import { codeFrame, exampleBytes, placeOf, sourceText } from "../../src/diagnostics";
import { decodeFile, documentChecks, readDocuments } from "../../src/documents";

/** What reading a text finds, as `code severity line:column message`. */
function found(bytes: Uint8Array | string): readonly string[] {
  const decoded = decodeFile("rule.yaml", typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  const read = decoded.diagnostics.length > 0 ? decoded : readDocuments(decoded.value);
  return read.diagnostics.map(({ code, severity, message, at }) => {
    const { line, column } = at ? placeOf(at).start : { line: 0, column: 0 };
    return `${code} ${severity} ${line}:${column} ${message}`;
  });
}

describe("check records", () => {
  test.each(documentChecks.map((check) => [check.code, check] as const))(
    "%s: avoid has it, prefer and near miss have not",
    (code, check) => {
      const codes = (example: string | (() => string | Uint8Array)) =>
        found(exampleBytes(example)).map((line) => line.slice(0, 7));
      expect([...new Set(codes(check.avoid))]).toEqual([code]);
      expect(codes(check.prefer)).toEqual([]);
      expect(codes(check.nearMiss)).toEqual([]);
    },
  );
});

const rule = `id: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee
name: Test
severity: High
query: |
  SigninLogs
  | where ResultType == "0"
queryFrequency: 1h
queryPeriod: 1d
triggerOperator: gt
triggerThreshold: 0
`;

describe("reading", () => {
  test("a rule of the content repository, without kind, is Scheduled", () => {
    const { value, diagnostics } = readDocuments(decodeFile("rule.yaml", Buffer.from(rule)).value);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ kind, key, body }) => ({ kind, key, query: "query" in body ? body.query : "" }))).toEqual([
      {
        kind: "Scheduled",
        key: "83ba3057-9ea3-4759-bf6a-933f2e5bc7ee",
        query: 'SigninLogs\n| where ResultType == "0"\n',
      },
    ]);
  });

  test.each([
    ["plain", rule],
    ["with a byte order mark", `\uFEFF${rule}`],
    ["with CRLF", rule.replaceAll("\n", "\r\n")],
    ["with both", `\uFEFF${rule.replaceAll("\n", "\r\n")}`],
  ])("positions inside a KQL block, %s", (_, text) => {
    const [document] = readDocuments(decodeFile("rule.yaml", Buffer.from(text)).value).value;
    const query = document && "query" in document.body ? document.body.query : "";
    expect(query).toBe('SigninLogs\n| where ResultType == "0"\n');
    const start = query.indexOf("ResultType");
    const at = document?.place.within("/query", start, start + "ResultType".length);
    expect(at && placeOf(at)).toEqual({
      path: "rule.yaml",
      start: { line: 6, column: 11 },
      end: { line: 6, column: 21 },
    });
  });

  test.each([
    [
      "quoted",
      String.raw`query: "SigninLogs | where A == \"x\" | where Bad"`,
      'SigninLogs | where A == "x" | where Bad',
    ],
    ["single quoted", "query: 'SigninLogs | where A == ''x'' | where Bad'", "SigninLogs | where A == 'x' | where Bad"],
    ["plain", "query: SigninLogs | where Bad", "SigninLogs | where Bad"],
    ["folded", "query: >-\n    SigninLogs\n    | where A\n    | where Bad", "SigninLogs | where A | where Bad"],
    [
      "with extra indentation",
      "query: |\n    SigninLogs\n      | where A\n\n      | where Bad",
      "SigninLogs\n  | where A\n\n  | where Bad\n",
    ],
  ])("offsets in a %s scalar lead to the same word in the file", (_, line, value) => {
    const text = `key: a\nname: a\n${line}\nqueryFrequency: 1h\nqueryPeriod: 1h\ntriggerOperator: gt\ntriggerThreshold: 0\n`;
    const [document] = readDocuments(decodeFile("rule.yaml", Buffer.from(text)).value).value;
    const query = document && "query" in document.body ? document.body.query : "";
    expect(query).toBe(value);
    const start = query.indexOf("Bad");
    const at = document?.place.within("/query", start, start + 3);
    expect(at && text.slice(at.start, at.end)).toBe("Bad");
  });

  test("a null key is an absent key", () => {
    expect(found(`${rule}tactics: null\nentityMappings:\n`)).toEqual([]);
  });
});

test("a key that stands three times is told twice, each time with the first", () => {
  const { diagnostics } = readDocuments(sourceText("a.yaml", "a: 1\nb: 2\na: 3\na: 4\n"));
  const lines = diagnostics.map(({ at, labels }) =>
    [at, labels?.[0]?.at].map((each) => each && placeOf(each).start.line),
  );
  expect(lines).toEqual([
    [3, 1],
    [4, 1],
  ]);
});

describe("broken input gives one positioned finding and the rest is read", () => {
  test.each([
    ["a tab", "name: x\n\tquery: y\n", "PKT1001 error 2:1 a tab in the indentation, expected spaces"],
    ["a duplicate key", `${rule}name: again\n`, "PKT1002 error 11:1 the key `name` stands twice in one mapping"],
    ["a key that two spellings give", '1: a\n"1": b\n', "PKT1002 error 2:1 the key `1` stands twice in one mapping"],
    [
      "a key twice in JSON",
      '{ "a": { "b": 1, "b": 2 } }',
      "PKT1002 error 1:18 the key `b` stands twice in one mapping",
    ],
    ["a key without a value", rule.replace("gt", ""), "PKT1020 error 9:1 the key `triggerOperator` has no value"],
    [
      "a query without a value",
      rule.replace(/query: [\s\S]*"0"/, "query:"),
      "PKT1020 error 4:1 the key `query` has no value",
    ],
    [
      "UTF-16",
      Buffer.from(`\uFEFF${rule}`, "utf16le"),
      "PKT1004 error 1:1 the file is UTF-16 (little endian), expected UTF-8",
    ],
    [
      "a program",
      Buffer.from("\u007fELF\u0002\u0001\u0000\u0000", "latin1"),
      "PKT1004 error 1:1 the file is binary, expected UTF-8",
    ],
    ["Latin-1", Buffer.from("name: caf\u00e9 noir\n", "latin1"), "PKT1004 error 1:10 byte 0xe9 is not UTF-8"],
    ["an empty file", "", "PKT1006 warning 1:1 the file holds no document"],
    ["only a comment", "# soon\n---\n", "PKT1006 warning 1:1 the file holds no document"],
    ["a list", "- a\n- b\n", "PKT1023 error 1:1 expected a document, a mapping of keys, got a list"],
    ["a text", "hello\n", "PKT1023 error 1:1 expected a document, a mapping of keys, got `hello`"],
    ["deep nesting", `${"[".repeat(5000)}\n`, "PKT1001 error 1:1 nested deeper than 64 levels"],
    [
      "deep nesting that closes",
      `a: ${"[".repeat(100)}${"]".repeat(100)}\n`,
      "PKT1001 error 1:68 nested deeper than 64 levels",
    ],
    ["5 MB", `# ${"x".repeat(5_000_000)}`, "PKT1005 error 1:1 the file has 5000002 bytes, at most 4194304 are read"],
    [
      "an ARM template",
      '{ "$schema": "https://schema.management.azure.com/", "contentVersion": "1.0.0.0", "resources": [{ "name": "a" }] }',
      "PKT1011 error 1:1 an ARM template as the portal exports it, not a document",
    ],
    [
      "a rule of the API",
      "kind: Scheduled\nproperties: { displayName: A, query: SigninLogs }\n",
      "PKT1011 error 1:1 an analytics rule as ARM has it, not a document",
    ],
    [
      "an ARM template of a playbook",
      '{ "contentVersion": "1.0.0.0", "resources": [{ "type": "Microsoft.Web/connections" }, { "type": "Microsoft.Logic/Workflows" }] }',
      "PKT1011 error 1:1 an ARM template of a playbook, not a document",
    ],
    [
      "a workflow's definition",
      '{ "definition": { "triggers": {}, "actions": {} }, "parameters": {} }',
      "PKT1011 error 1:1 the definition of a workflow, not a document",
    ],
    [
      "a parser",
      "Function: { Title: A }\nFunctionAlias: A\nFunctionQuery: SigninLogs\n",
      "PKT1011 error 1:1 a parser of the content repository, not a document",
    ],
    [
      "a summary rule",
      "displayName: A\ndestinationTable: A_CL\nbinSize: 60\nquery: SigninLogs\n",
      "PKT1011 error 1:1 a summary rule, which is not deployed",
    ],
    [
      "a key of a summary rule alone",
      "displayName: A\nbinSize: 60\ndescription: x\n",
      "PKT1011 error 1:1 the kind of this document can't be told from its keys",
    ],
    [
      "an alias inside of what it names",
      "a: &a [x, *a]\n",
      "PKT1003 error 1:11 the alias `*a` stands inside of what it names",
    ],
    [
      "an alias without its anchor",
      `${rule}tactics: [*spring]\n`,
      "PKT1001 error 11:11 the alias `*spring` has no anchor `&spring` before it",
    ],
    [
      "an alias bomb, at the first alias that is too much",
      `a: &a [${"x,".repeat(9)}]\n${[..."bcdefg"].map((name, at) => `${name}: &${name} [${`*${"abcdefg"[at]},`.repeat(9)}]\n`).join("")}`,
      "PKT1003 error 6:8 the aliases of this document unfold to more than 100000 values",
    ],
    [
      "a refused kind in another case",
      "kind: fusion\nkey: a\n",
      "PKT1012 error 1:7 rules of kind `fusion` are not deployed",
    ],
    ["a number as kind", "kind: 7\n", "PKT1023 error 1:7 expected text, got `7`"],
  ])("%s", (_, bytes, line) => {
    expect(found(bytes)).toEqual([line]);
  });

  test("one bad document does not hide the next", () => {
    const { value, diagnostics } = readDocuments(decodeFile("two.yaml", Buffer.from(`name: [x\n---\n${rule}`)).value);
    expect(value.map(({ key }) => key)).toEqual(["83ba3057-9ea3-4759-bf6a-933f2e5bc7ee"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["PKT1001"]);
  });
});

describe("shape", () => {
  const withLines = (lines: string) => `${rule}${lines}\n`;
  test.each([
    ["queryFrequncy: 1h", "PKT1021 error 11:1 unknown key `queryFrequncy`"],
    ["reviewedIn: spring", "PKT1022 warning 11:1 the key `reviewedIn` is ignored: nothing reads it"],
    [
      "source: { kind: Community }\nreviewedIn: spring\nauthor: { name: Ann }",
      "PKT1022 warning 11:1 the keys `source`, `reviewedIn` and `author` are ignored: nothing reads them",
    ],
    ["severiti: High", "PKT1021 error 11:1 unknown key `severiti`"],
    ["enabled: yes please", "PKT1023 error 11:10 expected true or false, got `yes please`"],
    ["tactics: Persistence", "PKT1023 error 11:10 expected a list, got `Persistence`"],
    ["suppressionDuration: PT5", "PKT1024 error 11:22 expected a duration such as 5m, 1h, 14d or PT5M, P1D, got `PT5`"],
    ["suppressionDuration: P1h", "PKT1024 error 11:22 expected a duration such as 5m, 1h, 14d or PT5M, P1D, got `P1h`"],
    [
      "key: Not A Slug",
      "PKT1024 error 11:6 expected lower-case letters, digits and single hyphens, at most 100 characters, got `Not A Slug`",
    ],
    ["customDetails: { Address: 7 }", "PKT1023 error 11:27 expected text, got `7`"],
    [
      "entityMappings:\n  - entityType: IP\n    fieldMappings:\n      - identifer: Address\n        columnName: IPAddress",
      "PKT1021 error 14:9 unknown key `identifer` in `entityMappings.0.fieldMappings.0`",
    ],
    [
      "eventGroupingSettings: { aggregationKind: AlertPerRow }",
      "PKT1024 error 11:43 expected SingleAlert or AlertPerResult, got `AlertPerRow`",
    ],
  ])("%s", (line, expected) => {
    expect(found(withLines(line)).join("|")).toBe(expected);
  });
});

test.each([
  ["name: A: b", "a text with `: ` in it is written in quotes"],
  ["query: |\n  SigninLogs\n | count", "every line of a text block is indented as its first one, or further"],
  ["query: { a: b\nc: d }", undefined],
  ['{ "displayName": "All: MFA", "grantControls": null, "sessionControls": {} }', 'add the line `"key": "all-mfa",`'],
  ["kind: Group\ndisplayName: sg-a", "add the line `key: sg-a`"],
  ["kind: Playbook\nkey: a\nname: A\non: incident\nsteps: [disabel-user]", "did you mean `disable-user`?"],
  [
    "kind: Playbook\nkey: a\nname: A\non: incident\nsteps: [write-poem]",
    expect.stringMatching(/^one of add-task, ask-approval, .*, verify-with-manager$/),
  ],
])("the way out of `%s`", (text, help) => {
  const { diagnostics } = readDocuments(decodeFile("a.yaml", Buffer.from(text)).value);
  expect(diagnostics[0]?.help).toEqual(help);
});

test.each([
  ["name: 2026", "without quotes this is a number, with quotes a text"],
  ["name: true", "without quotes this is a boolean, with quotes a text"],
  ['triggerThreshold: "5"', "a number is written without quotes"],
  ["triggerThreshold: five", undefined],
  ["tactics: Persistence", undefined],
  ["enabled: no", "`false`, without quotes"],
  ['enabled: "true"', "`true`, without quotes"],
])("what helps with the type of `%s`", (line, help) => {
  const lines = rule.split("\n").filter((each) => !each.startsWith(line.split(":")[0] ?? ""));
  const { diagnostics } = readDocuments(decodeFile("rule.yaml", Buffer.from(`${lines.join("\n")}${line}\n`)).value);
  expect(diagnostics.map((each) => each.help)).toEqual([help]);
});

test("a code frame shows the line and a marker", () => {
  const { diagnostics } = readDocuments(decodeFile("rules/a.yaml", Buffer.from(rule.replace("High", "Hihg"))).value);
  expect(diagnostics.map((each) => codeFrame(each)).join("\n")).toMatchInlineSnapshot(`
    "error[PKT1024]: expected Informational, Low, Medium or High, got \`Hihg\`
     --> rules/a.yaml:3:11
    3 | severity: Hihg
      |           ^^^^
      = help: did you mean \`High\`?"
  `);
});

test("ARM's names of a rule's keys are known", () => {
  const text = `${rule.replace("name:", "displayName:")}techniques: [T1078]\n`;
  const { diagnostics } = readDocuments(decodeFile("arm.yaml", Buffer.from(text)).value);
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    ["the key `name` is missing", "is `displayName` meant for it?"],
    [
      "the keys `displayName` and `techniques` are ignored: nothing reads them",
      "`name` is what `displayName` is called in a rule's YAML",
    ],
  ]);
});
