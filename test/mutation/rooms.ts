/** All rooms that are mutated. */

import type { MutationRoom } from "./room";

export const rooms: readonly MutationRoom[] = [
  {
    name: "kql",
    // The evaluator, with what operators read of Microsoft's tree; the binding half is held by recorded queries and records of checks.
    sources: ["aggregates", "execute", "functions", "operators", "plugins", "values"].map(
      (folder) => `src/kql/${folder}/**/*.ts`,
    ),
    tests: [
      "aliases",
      "cells",
      "evaluation-checks",
      "examples",
      "functions",
      "laws",
      "open-plugins",
      "operator-*",
      "parts",
      "records",
      "refused",
      "row-at-hand",
      "signatures",
      "unions",
    ].map((name) => `test/kql/${name}.test.ts`),
    standIns: [
      {
        import: "./program-of",
        before: "test/mutation/kql/storing-program.ts",
        mutated: "test/mutation/kql/stored-program.ts",
      },
    ],
  },
  {
    name: "access",
    sources: ["src/access/**/*.ts"],
    tests: ["test/access/**/*.test.ts"],
    slow: ["test/access/oracle.test.ts"],
  },
  {
    name: "playbook",
    sources: ["src/playbook/**/*.ts"],
    tests: ["test/playbook/**/*.test.ts"],
    slow: ["laws", "limits", "expressions/runaways"].map((name) => `test/playbook/${name}.test.ts`),
  },
];
