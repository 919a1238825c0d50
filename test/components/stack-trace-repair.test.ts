/** Which lines of a stack are repaired. That a failing program ends in time is in preflight.test.ts. */

import { inspect } from "node:util";
import { expect, test } from "vitest";
import { repaired } from "../../components/stack-trace-repair";

test.each([
  [
    "    at Stack (/a/node_modules/@pulumi/resource.ts:1598:22)",
    "    at Stack (/a/node_modules/@pulumi/./resource.ts:1598:22)",
  ],
  ["    at f (/a/node_modules/resource.ts:1:2)", "    at f (/a/node_modules/./resource.ts:1:2)"],
  [
    "    at f (C:\\a\\node_modules\\@pulumi\\resource.ts:1:2)",
    "    at f (C:\\a\\node_modules\\@pulumi\\.\\resource.ts:1:2)",
  ],
  ["    at f (/a/node_modules/@pulumi/pulumi/resource.js:1:2)", undefined],
  ["    at f (/a/node_modules/yaml/dist/index.js:1:2)", undefined],
  ["Error: no node_modules here", undefined],
])("%s", (line, expected) => {
  const stack = `Error: x\n${line}\n    at g (/a/index.ts:1:1)`;
  const mended = `Error: x\n${expected ?? line}\n    at g (/a/index.ts:1:1)`;
  expect(repaired(stack)).toBe(mended);
  // Node's own colouring comes to an end.
  const error = new Error("x");
  error.stack = mended;
  expect(inspect(error, { colors: true }).length).toBeLessThan(1000);
});
