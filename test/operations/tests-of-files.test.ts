/** Tests that are asked for by what they test. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COVERAGE_REPORTERS } from "../../src/cli/reporters/coverage-reports";
import { TEST_REPORTERS } from "../../src/cli/reporters/test-reports";
import { projectCoverage, runProjectTests } from "../../src/operations";

const ID = "83ba3057-9ea3-4759-bf6a-933f2e5bc7ee";
const rule = (name: string, identity: string) =>
  `${identity}\nname: ${name}\nseverity: Low\nquery: OfficeActivity\nqueryFrequency: 1h\nqueryPeriod: 1h\ntriggerOperator: gt\ntriggerThreshold: 0\nrelevantTechniques: [T1078]\ntactics: [InitialAccess]\n`;
const ruleTest = (key: string, alerts = 0) =>
  `kind: DetectionTest\nrule: ${key}\nnow: 2026-01-15T12:00:00Z\ncases: [{ name: silence, expect: { alerts: ${alerts} } }]\n`;

const FILES = {
  "rules/a/detection.yaml": rule("A", "key: rule-a"),
  "rules/a/detection.test.yaml": ruleTest("rule-a"),
  "rules/b.yaml": rule("Mail that left", `id: ${ID}`),
  "rules/tests/b.test.yaml": ruleTest(ID, 1),
};

const folder = mkdtempSync(join(tmpdir(), "picket-tests-of-"));
beforeAll(() => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...paths: readonly string[]) =>
  runProjectTests({ folder, paths, now: "2026-01-15T12:00:00Z", elapsedSeconds: () => 0 });

test.each([
  [["rules/a/detection.yaml"], ["rule-a"]],
  [["./rules/a"], ["rule-a"]],
  [["rules/b.yaml"], [ID]],
  [
    ["rules/b.yaml", "rules/a/detection.test.yaml"],
    ["rule-a", ID],
  ],
  [[], ["rule-a", ID]],
])("%j", async (paths, subjects) => {
  const { results } = await run(...paths);
  expect(results.map(({ subject }) => subject)).toEqual(subjects);
});

test("a pasted rule is told by its title", async () => {
  const { results } = await run("rules/b.yaml");
  const lines = TEST_REPORTERS.pretty(results, { colour: false }).split("\n");
  expect(lines[0]).toBe("FAIL Mail that left: silence");
  expect(TEST_REPORTERS.junit?.(results, { colour: false })).toContain('classname="Mail that left"');
  const covered = COVERAGE_REPORTERS.pretty(projectCoverage(folder, []), false);
  expect(covered).toContain("only positive  Mail that left  rule");
  expect(covered).not.toContain(ID);
});
