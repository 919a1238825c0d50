/** How results of tests are told. */

import { expect, test } from "vitest";
import { sideBySide } from "../../src/cli/reporters/side-by-side";
import { TEST_REPORTERS } from "../../src/cli/reporters/test-reports";
import { sourceText, span } from "../../src/diagnostics";
import type { CaseResult } from "../../src/operations";

test("two columns show what is expected of what came out, and where they differ", () => {
  const expected = [{ severity: "High", entities: { IP: ["192.0.2.1"] }, customDetails: { Failures: 2 } }];
  const actual = [
    {
      title: "t",
      severity: "Low",
      entities: { IP: ["192.0.2.1"], Account: ["a"] },
      customDetails: { Failures: ["2"] },
    },
    { title: "u", severity: "High", entities: {}, customDetails: {} },
  ];
  expect(sideBySide(expected, actual)).toMatchInlineSnapshot(`
    [
      "expected            actual",
      "- severity: High  ≠ - severity: Low",
      "  entities:           entities:",
      "    IP:                 IP:",
      "      - 192.0.2.1         - 192.0.2.1",
      "  customDetails:      customDetails:",
      "    Failures: 2         Failures: 2",
      "                  > - severity: High",
      "                  >   entities: {}",
      "                  >   customDetails: {}",
    ]
  `);
  expect(sideBySide([{ patch: "/a" }], [{ patch: "/a", body: { b: 1 } }, { post: "/c" }])).toEqual([
    "expected      actual",
    "- patch: /a   - patch: /a",
    "            > - post: /c",
  ]);
  expect(sideBySide(1, [])).toEqual(["expected   actual", "1        ≠ 0"]);
});

const at = span(sourceText("rules/a.test.yaml", "name: it"), 6, 8);
const head = { kind: "DetectionTest" as const, subject: "a<b", name: "it", at };
const results: readonly CaseResult[] = [
  { ...head, outcome: "passed", differences: [], diagnostics: [] },
  {
    ...head,
    outcome: "failed",
    differences: [{ of: "alerts", expected: 1, actual: [] }],
    diagnostics: [],
    details: ["rows were lost"],
  },
];

test.each(Object.keys(TEST_REPORTERS))("%s", (format) => {
  expect(TEST_REPORTERS[format]?.(results, { colour: false })).toMatchSnapshot();
});

test.each(["named", "by subject", "in the sum"] as const)("passed cases %s", (passed) => {
  const [head] = (TEST_REPORTERS.pretty(results, { colour: false, passed }) ?? "").split("\n");
  const first = { named: "pass a<b: it", "by subject": "pass a<b: 1 case", "in the sum": "FAIL a<b: it" };
  expect(head).toBe(first[passed]);
});
