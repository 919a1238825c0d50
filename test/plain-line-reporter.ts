/** Ends a test run with one plain line, `N passed, N failed`, and hands the numbers to `.ci/run`. */

import { appendFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

export class PlainLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const results = modules.flatMap((module) => [...module.children.allTests()].map((each) => each.result().state));
    const passed = results.filter((state) => state === "passed").length;
    // A file that could not be loaded and an error outside of every test count as a failed test each.
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    const failed = results.filter((state) => state !== "passed").length + broken + errors.length;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    const file = process.env.PICKET_TEST_COUNTS;
    if (file) appendFileSync(file, `${passed} ${failed}\n`);
  }
}
