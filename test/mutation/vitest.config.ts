/** The tests of one room, as Stryker runs them: the quickest file first, since a mutant is done with at its first failure. */

import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** How long each file took when all of its tests ran, in milliseconds: the first time that is known of it. */
const fullMs = new Map<string, number>();

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = (file: TestSpecification) => {
      const path = relative(this.ctx.config.root, file.moduleId);
      const ms = fullMs.get(path) ?? this.ctx.cache.getFileTestResults(`${file.project.name}:${path}`)?.duration;
      if (ms !== undefined) fullMs.set(path, ms);
      return ms ?? 0;
    };
    return [...files].sort((a, b) => cost(a) - cost(b));
  }
}

const { include = [], exclude = [] } = JSON.parse(process.env.PICKET_MUTATED_TESTS ?? "{}");

export default defineConfig({
  // Beside the mutated copy, not in the node_modules that it shares with the project.
  cacheDir: ".vitest",
  test: {
    include,
    exclude: [...exclude, "**/*.deep.test.ts", "**/node_modules/**"],
    testTimeout: 30_000,
    sequence: { sequencer: QuickFirst },
  },
});
