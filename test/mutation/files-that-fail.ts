/** A test file that can't be loaded counts as a failing test: Stryker looks at tests only, and such a file has none. */

import type { RunnerTestCase } from "vitest";
import type { Reporter, Vitest } from "vitest/node";

export class FilesThatFail implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunEnd(): void {
    for (const file of this.vitest?.state.getFiles() ?? []) {
      const { result } = file;
      if (result?.state !== "fail" || file.tasks.length > 0) continue;
      // As much of a test as Stryker reads.
      const test: Partial<RunnerTestCase> = { type: "test", name: "is loaded", mode: "run", file, suite: file, result };
      file.tasks.push(test as RunnerTestCase);
    }
  }
}
