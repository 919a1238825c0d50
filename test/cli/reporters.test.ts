/** The formats of `check` for machines, each against the rules of its reader. */

import { describe, expect, test } from "vitest";
import { allChecks } from "../../src/cli/all-checks";
import { github } from "../../src/cli/reporters/github";
import { json } from "../../src/cli/reporters/json";
import { sarif } from "../../src/cli/reporters/sarif";
import { type Diagnostic, sourceText, span } from "../../src/diagnostics";

const source = sourceText("rules/a b, c:50%.yaml", "name: x\nquery: SigninLogs\n");
const diagnostics: readonly Diagnostic[] = [
  {
    code: "PKT1021",
    severity: "error",
    message: "unknown key `a:b, 50%`",
    help: "did you mean `c`?",
    at: span(source, 0, 4),
  },
  { code: "PKT1022", severity: "warning", message: "the key is ignored", at: span(source, 8, 13) },
  { code: "PKT9030", severity: "error", message: "no tenant has the key `x`" },
  { code: "PKT5106", severity: "info", message: "said for information", at: span(source, 8, 13) },
];
const report = { diagnostics, files: 1, documents: 1, seconds: 0 };
const options = { notes: false, colour: false };

describe("SARIF", () => {
  const log = JSON.parse(sarif(report, options));
  const [run] = log.runs;

  test("has the structure that SARIF 2.1.0 demands (sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.30, 3.49)", () => {
    expect(Object.keys(log).sort()).toEqual(["$schema", "runs", "version"]);
    expect([log.version, log.runs.length, run.columnKind]).toEqual(["2.1.0", 1, "utf16CodeUnits"]);
    expect(run.tool.driver.name).toBe("picket");
    for (const rule of run.tool.driver.rules) {
      expect(Object.keys(rule).sort()).toEqual(["defaultConfiguration", "fullDescription", "id", "shortDescription"]);
      expect(["error", "warning", "note", "none"]).toContain(rule.defaultConfiguration.level);
    }
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(["error", "warning", "note", "none"]).toContain(result.level);
      expect(result.message.text.length).toBeGreaterThan(0);
      for (const { physicalLocation } of result.locations) {
        const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
        expect([startLine, startColumn, endLine, endColumn].every((each) => Number.isInteger(each) && each >= 1)).toBe(
          true,
        );
        expect(endLine > startLine || endColumn >= startColumn).toBe(true);
      }
    }
  });

  test("names a file by a relative URI reference, in which no character has another meaning", () => {
    const { uri } = run.results[0].locations[0].physicalLocation.artifactLocation;
    expect(decodeURIComponent(uri)).toBe("rules/a b, c:50%.yaml");
    expect(new URL(uri, "file:///project/").pathname).toBe("/project/rules/a%20b,%20c:50%25.yaml");
  });

  test("has every check as a rule that could be told", () => {
    const all = allChecks.map(({ code, severity }): Diagnostic => ({ code, severity, message: "x" }));
    const every = JSON.parse(sarif({ ...report, diagnostics: all }, options)).runs[0];
    expect(every.tool.driver.rules.map(({ id }: { readonly id: string }) => id)).toEqual(
      allChecks.map(({ code }) => code),
    );
  });
});

test("github: one command for each finding, its text and path escaped", () => {
  const place = "file=rules/a b%2C c%3A50%25.yaml,line=";
  expect(github(report, options).split("\n")).toEqual([
    `::error ${place}1,col=1,endLine=1,endColumn=5,title=PKT1021::unknown key \`a:b, 50%25\` (did you mean \`c\`?)`,
    `::warning ${place}2,col=1,endLine=2,endColumn=6,title=PKT1022::the key is ignored`,
    "::error title=PKT9030::no tenant has the key `x`",
    "",
  ]);
});

test("json: every finding with its place in lines and columns", () => {
  const written = JSON.parse(json(report, options));
  expect([written.files, written.documents, written.diagnostics.length]).toEqual([1, 1, 4]);
  expect(written.diagnostics[1]).toEqual({
    path: source.path,
    code: "PKT1022",
    severity: "warning",
    message: "the key is ignored",
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 6,
  });
});
