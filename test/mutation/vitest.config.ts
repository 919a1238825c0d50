/** The tests of one room, as Stryker runs them: the quickest file first, since a mutant is done with at its first failure. */

import { join, relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { FilesThatFail } from "./files-that-fail";

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

const { include = [], exclude = [], standIns = {} } = JSON.parse(process.env.PICKET_MUTATED_TESTS ?? "{}");
/** Asked for from the tests' own folder only: a stand-in may import what it stands for. */
const standingIn = {
  name: "stand-ins",
  enforce: "pre" as const,
  resolveId: (source: string, importer = "") =>
    source in standIns && !importer.includes("/test/mutation/") ? join(process.cwd(), standIns[source]) : undefined,
};

export default defineConfig({
  // Beside the mutated copy, not in the node_modules that it shares with the project.
  cacheDir: ".picket/vitest",
  plugins: [standingIn],
  test: {
    include,
    exclude: [...exclude, "**/*.deep.test.ts", "**/node_modules/**"],
    testTimeout: 30_000,
    // One thread for all files of a run, which imports each source once; the next run has a thread of its own.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    reporters: ["default", new FilesThatFail()],
  },
});
