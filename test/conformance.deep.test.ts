/** Recorded truth, where it lies beside the project: each suite's score is held above its bar. */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(__dirname, "..");
const score = join(root, "../shared/conformance/score");

/** Program and the bounds that its figures have to keep. */
const BARS: readonly (readonly [program: string, bounds: readonly string[]])[] = [
  ["parity.mjs", ["--min", "parity=1"]],
  [
    "access.mjs",
    ["--min", "whatif.core=1", "--min", "whatif=0.95", "--min", "invalid=1", "--max", "alarms=0", "--min", "prove=1"],
  ],
  [
    "kql.mjs",
    [
      ...["--min", "rule=0.99", "--min", "99=1", "--min", "100=1", "--min", "hunt=0.99", "--min", "all=0.9"],
      ...["--min", "rejects=1", "--max", "wrong=0", "--max", "rule.wrong=0", "--max", "crash=0"],
    ],
  ],
  ["playbook.mjs", ["--min", "expressions=1", "--min", "valid=1", "--min", "broken=1", "--min", "runs=1"]],
];

const present = BARS.filter(([program]) => existsSync(join(score, program)));

describe("conformance", () => {
  test(`suites that are there: ${present.length} of ${BARS.length}`, () => {
    expect([0, BARS.length]).toContain(present.length);
  });

  for (const [program, bounds] of present) {
    test(`${program} ${bounds.join(" ")}`, () => {
      const output = execFileSync(process.execPath, [join(score, program), ...bounds], { cwd: root, encoding: "utf8" });
      const summary = output.trimEnd().split("\n").at(-1) ?? "";
      console.log(summary);
      expect(summary).not.toBe("");
    });
  }
});
