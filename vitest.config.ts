import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/monitor/**", "test/components/**", "test/**/*.deep.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "components",
          include: ["test/monitor/**/*.test.ts", "test/components/**/*.test.ts"],
          pool: "forks",
          testTimeout: 60_000,
        },
      },
      { test: { name: "deep", include: ["test/**/*.deep.test.ts"], pool: "forks", testTimeout: 900_000 } },
    ],
  },
});
