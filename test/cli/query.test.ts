/** `picket query`: where queries and rows come from, how answers are printed, and the prompt. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryPrompt } from "../../src/cli/query-prompt";
import { QUERY_REPORTERS } from "../../src/cli/reporters/query-reports";
import { placeOf, sourceText } from "../../src/diagnostics";
import { openQuerySession, type QueryAnswer } from "../../src/operations";

const folder = mkdtempSync(join(tmpdir(), "picket-query-"));
const FILES: Readonly<Record<string, string>> = {
  "rules/r.yaml": `key: r
name: r
kind: NRT
severity: Low
parameters: { code: { type: string, default: "0", description: a code } }
query: |
  SigninLogs
  | where ResultType == code
  | project IPAddress
---
kind: HuntingQuery
key: h
name: h
description: h
tactics: [InitialAccess]
query: Seen(1d) | join kind=inner (_GetWatchlist("Egress") | project Address) on $left.IPAddress == $right.Address | nope
`,
  "rules/f.yaml": `kind: Function
key: seen
name: Seen
signature: "(back: timespan)"
query: SigninLogs | where TimeGenerated > ago(back)
---
kind: Watchlist
key: egress
alias: Egress
searchKey: Address
columns: [Address]
rows: [[192.0.2.2]]
`,
  "a.kql":
    'Seen(1h) | join kind=inner _GetWatchlist("Egress") on $left.IPAddress == $right.Address | project IPAddress',
  "s.csv": "TimeGenerated,ResultType,IPAddress\n-5m,0,192.0.2.2\n-6m,50126,192.0.2.3\n",
  "c.ndjson":
    '{"TimeGenerated":"-5m","Text":"a,b","Count":2,"Share":1,"When":"2026-01-01T00:00:00Z","Bag":{"a":1},"Is":true}\n{"TimeGenerated":"-5m","Text":"say \\"x\\"","Count":3,"Share":0.5}\n',
  "geo.json": '{"203.0.113.0/24":{"city":"Oslo"}}',
  "bad.ndjson": '{"TimeGenerated":"-5m","Nope":1}\n',
};

beforeAll(() => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const session = (...tables: readonly string[]) =>
  openQuerySession({ folder, tables, now: "2026-01-15T12:00:00Z", elapsedSeconds: () => 0 });

const rowsOf = ({ result, diagnostics }: QueryAnswer) =>
  result
    ? result.rows
    : diagnostics.map(({ code, message, help, at }) => {
        const place = at ? `${placeOf(at).path}:${placeOf(at).start.line}:${placeOf(at).start.column} ` : "";
        return `${place}${code} ${message}${help === undefined ? "" : ` (${help})`}`;
      });

describe("a query", () => {
  test.each<[string, string, readonly unknown[]]>([
    ["of a rule, with its parameters", "rules/r.yaml#r", [["192.0.2.2"]]],
    ["of a file, with functions and watchlists of the project", "a.kql", [["192.0.2.2"]]],
    ["that does not bind, on its line of the document", "rules/r.yaml#h", expect.any(Array)],
    [
      "of several",
      "rules/r.yaml",
      ["PKT9050 `rules/r.yaml` has 2 queries (say which: rules/r.yaml#r, rules/r.yaml#h)"],
    ],
    ["of none", "rules/f.yaml", ["PKT9050 no document of `rules/f.yaml` is a rule or a hunt"]],
    [
      "of another",
      "rules/r.yaml#s",
      ["PKT9050 no rule or hunt of `rules/r.yaml` has the key `s` (did you mean `h` or `r`?)"],
    ],
    ["of no file", "b.kql", ["PKT9050 the file `b.kql` does not exist, or is no text"]],
  ])("%s", (_, name, wanted) => {
    expect(rowsOf(session("SigninLogs=s.csv").askFile(name))).toEqual(wanted);
  });

  test("that does not bind is shown in its document", () => {
    const [first] = rowsOf(session().askFile("rules/r.yaml#h"));
    expect(first).toMatch(/^rules\/r.yaml:16:\d+ PKT2002 unknown operator/);
  });

  test("a table that nobody knows has the columns of its rows", () => {
    const { askText } = session("My_CL=c.ndjson");
    const { result } = askText(sourceText("q", "My_CL"));
    expect(result?.columns.map(({ name, type }) => [name, type])).toEqual([
      ["TimeGenerated", "datetime"],
      ["Text", "string"],
      ["Count", "long"],
      ["Share", "real"],
      ["When", "datetime"],
      ["Bag", "dynamic"],
      ["Is", "bool"],
    ]);
  });

  test("where addresses are", () => {
    const asked = (geo: string) =>
      openQuerySession({ folder, tables: [], geo, now: "2026-01-15T12:00:00Z", elapsedSeconds: () => 0 });
    const city = sourceText("q", "print tostring(geo_info_from_ip_address('203.0.113.7').city)");
    expect(rowsOf(asked("geo.json").askText(city))).toEqual([["Oslo"]]);
    expect([...asked("s.csv").diagnostics, ...asked("no.json").diagnostics].map(({ message }) => message)).toEqual([
      "the file is not JSON",
      "the file `no.json` does not exist, or is no text",
    ]);
  });

  test("the period that a series has", () => {
    const asked = openQuerySession({
      folder,
      tables: [],
      seasonality: 4,
      now: "2026-01-15T12:00:00Z",
      elapsedSeconds: () => 0,
    });
    const season = sourceText("q", "print series_seasonal(dynamic([1, 2, 3, 4, 1, 2, 3, 8]))");
    expect(rowsOf(asked.askText(season))).toEqual([[[1, 2, 3, 6, 1, 2, 3, 6]]]);
  });

  test("rows that do not fit are told with their line", () => {
    expect(rowsOf(session("SigninLogs=bad.ndjson").askText(sourceText("q", "SigninLogs")))).toEqual([
      "bad.ndjson:1:24 PKT6001 `SigninLogs` has no column `Nope`",
    ]);
    expect(session("SigninLogs", "A=no.csv").diagnostics.map(({ message }) => message)).toEqual([
      "`SigninLogs` names no rows, expected TABLE=FILE",
      "the file `no.csv` does not exist, or is no text",
    ]);
  });
});

test.each(Object.keys(QUERY_REPORTERS))("rows as %s", (format) => {
  const { result } = session("My_CL=c.ndjson").askText(
    sourceText("q", "My_CL | project Text, Count, Bag, Is | sort by Count asc"),
  );
  expect(result && QUERY_REPORTERS[format]?.(result, { taps: true })).toMatchSnapshot();
});

test("the prompt takes lines until an empty one, and commands", () => {
  const prompt = queryPrompt(session("SigninLogs=s.csv"), (answer) => `${JSON.stringify(rowsOf(answer))}\n`);
  const lines = ["", "SigninLogs", "| count", "", ".tables", ".taps", "x", ".clear", "", ".nope", ".quit"];
  expect(
    lines.map((line) => {
      const { text, goesOn, isOver } = prompt.take(line);
      return `${goesOn ? "… " : ""}${isOver ? "over" : text.trimEnd()}`;
    }),
  ).toEqual([
    "",
    "… ",
    "… ",
    "[[2]]",
    "SigninLogs  2 rows",
    "steps are shown",
    "… ",
    "",
    "",
    "unknown command `.nope`: .help lists them",
    "over",
  ]);
});
