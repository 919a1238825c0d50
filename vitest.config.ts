import { defineConfig } from "vitest/config";
import { PlainLineReporter } from "./test/plain-line-reporter";

/** Programs that run in the monitor start a process of their own. */
const PROGRAMS = ["test/monitor/**/*.test.ts", "test/components/**/*.test.ts"];
/** `test/mutation` and `bench/evaluate` have packages of their own, and packages bring tests of theirs. */
const PACKAGES = "**/node_modules/**";
/** Test files share what their process has loaded: loading it anew for each took as long as the tests. A test that changes its process puts it back. */
const SHARED = { pool: "forks", isolate: false } as const;
const DEEP = ["test/**/*.deep.test.ts"];
/** They run Pulumi's own CLI: `npm run test:engine` gets one first. */
const ENGINE = ["test/engine/**/*.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", new PlainLineReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...PROGRAMS, ...DEEP, ...ENGINE, PACKAGES],
          testTimeout: 30_000,
          ...SHARED,
        },
      },
      { extends: true, test: { name: "components", include: PROGRAMS, testTimeout: 90_000, ...SHARED } },
      {
        extends: true,
        test: { name: "deep", include: DEEP, pool: "forks", fileParallelism: false, testTimeout: 1_500_000 },
      },
      {
        extends: true,
        test: {
          name: "engine",
          include: ENGINE,
          pool: "forks",
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
