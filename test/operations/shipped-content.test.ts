/** The tests that the content ships with pass: `npm test` runs what `picket test` runs. */

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("picket test", { timeout: 60_000 }, () => {
  const root = join(__dirname, "../..");
  const output = execFileSync(process.execPath, ["bin/picket.js", "test"], { cwd: root, encoding: "utf8" });
  expect(output.trimEnd().split("\n").at(-1)).toMatch(/^(\d+) cases: \1 passed, 0 failed$/);
});
