/** A reader that ends before picket has written. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a pipe that is closed ends the command without a word", () => {
  const picket = join(__dirname, "../../bin/picket.js");
  const { stderr, status } = spawnSync("sh", ["-c", `"${process.execPath}" "${picket}" explain PKT1021 | true`]);
  expect([String(stderr), status]).toEqual(["", 0]);
});
