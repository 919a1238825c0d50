/** What `explain` prints: for a person without a mark of Markdown, signs before the lines that make the difference. */

import { expect, test } from "vitest";
import { allChecks } from "../../src/cli/all-checks";
import { EXPLAIN_REPORTERS } from "../../src/cli/reporters/explain-reports";
import { type CheckInfo, exampleText } from "../../src/diagnostics";

const check: CheckInfo = {
  code: "PKT9999",
  severity: "warning",
  title: "a severity that nobody sees",
  why: "An incident of this severity is closed by a rule, so that what it tells is lost before anybody has looked at it at all.",
  source: "picket",
  avoid: "key: a\nseverity: Informational\n",
  prefer: "key: a\nseverity: Low\n",
  nearMiss: () => `${Array.from({ length: 70 }, (_, line) => `# ${line}`).join("\n")}\nkey: ${"a".repeat(300)}\n`,
};

test("for a person", () => {
  expect(EXPLAIN_REPORTERS.pretty({ ...check, nearMiss: "key: a\n" }, false)).toMatchInlineSnapshot(`
    "warning[PKT9999]: a severity that nobody sees

      An incident of this severity is closed by a rule, so that what it tells is lost before anybody has
      looked at it at all.

    avoid
        key: a
      > severity: Informational

    prefer
        key: a
      > severity: Low

    looks alike, is right
        key: a

    source: picket
    "
  `);
});

test("colour only where it is asked for", () => {
  const ESC = String.fromCharCode(27);
  expect(EXPLAIN_REPORTERS.pretty(check, false)).not.toContain(ESC);
  expect(EXPLAIN_REPORTERS.pretty(check, true).split("\n")[0]).toBe(
    `${ESC}[33mwarning[PKT9999]${ESC}[39m${ESC}[1m: a severity that nobody sees${ESC}[22m`,
  );
});

test("a long example is cut in the middle, and says so", () => {
  const lines = EXPLAIN_REPORTERS.pretty(check, false).split("\n");
  const from = lines.indexOf("looks alike, is right");
  expect(lines.slice(from + 51, from + 56)).toEqual([
    "    # 50",
    "    # 51",
    "    … (11 more lines) …",
    "    # 63",
    "    # 64",
  ]);
  expect(lines.at(-4)).toBe(`    key: ${"a".repeat(115)}… (145 more characters) …${"a".repeat(40)}`);
});

test("as JSON, whole", () => {
  const told = JSON.parse(EXPLAIN_REPORTERS.json?.(check, false) ?? "");
  expect(told).toEqual({ ...check, nearMiss: exampleText(check.nearMiss) });
});

test("no check has a fence or a heading of Markdown on a terminal", () => {
  const marked = allChecks.filter((each) => /^(#|`{3})/m.test(EXPLAIN_REPORTERS.pretty(each, false)));
  expect(marked).toEqual([]);
});
