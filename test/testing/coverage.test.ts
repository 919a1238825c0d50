import { expect, test } from "vitest";
import { COVERAGE_REPORTERS } from "../../src/cli/reporters/coverage-reports";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { testCoverage } from "../../src/testing";

const rule = (key: string, techniques: string) =>
  `key: ${key}\nname: ${key}\nkind: NRT\nseverity: Low\ntactics: [Impact]\nrelevantTechniques: [${techniques}]\nquery: SigninLogs\n`;
const cases = (subject: string, ...expects: readonly string[]) =>
  `kind: DetectionTest\n${subject}\nnow: 2026-01-15T12:00:00Z\ncases:\n${expects.map((each) => `  - { name: it, expect: { ${each} } }\n`).join("")}`;

const text = [
  rule("whole", "T1078, T1110"),
  rule("hopeful", "T1485"),
  rule("wary", "T1486"),
  rule("bare", "T1110, T1486"),
  "kind: Function\nkey: seen\nname: Seen\nquery: SigninLogs\n",
  cases("rule: whole", "alerts: 1", "alerts: 0", "incidents: []"),
  cases("rule: hopeful", "alerts: [{}]"),
  cases("rule: wary", "rows: []"),
  cases('function: "Seen() | count"', "rows: [{ Count: 0 }]", "rows: 0"),
].join("---\n");

const coverage = testCoverage(readDocuments(sourceText("rules/a.yaml", text)).value);

test("a document is tested by a positive and a negative case; a technique is shown by a positive one", () => {
  expect(coverage.documents.map(({ key, positive, negative, verdict }) => [key, positive, negative, verdict])).toEqual([
    ["bare", 0, 0, "untested"],
    ["hopeful", 1, 0, "only positive"],
    ["seen", 1, 1, "tested"],
    ["wary", 0, 1, "only negative"],
    ["whole", 1, 2, "tested"],
  ]);
  expect(coverage.techniques.map(({ id, shownBy, onlyClaimedBy }) => [id, shownBy, onlyClaimedBy])).toEqual([
    ["T1078", ["whole"], []],
    ["T1110", ["whole"], ["bare"]],
    ["T1485", ["hopeful"], []],
    ["T1486", [], ["bare", "wary"]],
  ]);
});

test("for a person", () => {
  expect(COVERAGE_REPORTERS.pretty(coverage, false)).toMatchInlineSnapshot(`
    "untested       bare     rule      0 positive, 0 negative
    only positive  hopeful  rule      1 positive, 0 negative
    tested         seen     function  1 positive, 1 negative
    only negative  wary     rule      0 positive, 1 negative
    tested         whole    rule      1 positive, 2 negative

    5 documents: 2 tested, 1 only positive, 1 only negative, 1 untested
    ATT&CK: 3 techniques shown by a test
      T1486  only claimed by bare, wary
    "
  `);
});
