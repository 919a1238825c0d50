/** Every record of the machine interface: `avoid` is answered with its code, `prefer` and what looks alike are not. */

import { expect, test } from "vitest";
import { batchAnswerer } from "../../src/cli/batch";
import { batchChecks } from "../../src/cli/batch-checks";
import { type Diagnostic, type Example, exampleText, invariant } from "../../src/diagnostics";
import { operations } from "../../src/operations";

const world = { now: "2026-01-15T12:00:00Z", elapsedSeconds: () => 0 };

const answer = batchAnswerer(operations, world);

async function codesOf(line: string, answerTo = answer): Promise<readonly string[]> {
  const { diagnostics = [] } = JSON.parse(await answerTo(line));
  return diagnostics.map(({ code }: { readonly code: string }) => code);
}

const { bug, ...ofRequests } = batchChecks;

test.each(Object.values(ofRequests))("$code $title", async ({ code, avoid, prefer, nearMiss }) => {
  const codes = (example: Example) => codesOf(exampleText(example));
  expect([await codes(avoid), await codes(prefer), await codes(nearMiss)]).toEqual([[code], [], []]);
});

test("a wrong shape is told in words, with its place", async () => {
  const line = `{"op": "whatIf", "policies": 7, "directory": {}, "signIn": {"identity": {"id": "a", "type": "usr"}}}`;
  const { diagnostics } = JSON.parse(await answer(line));
  expect(diagnostics.map(({ message, pointer }: Diagnostic) => `${pointer} ${message}`)).toEqual([
    "/policies expected a list, got `7`",
    "/signIn the key `resource` is missing in `signIn`",
    "/signIn/identity/type expected user or servicePrincipal, got `usr`",
  ]);
});

test("a broken promise is a bug, and a user's mistake is none", async () => {
  const broken = operations.map((each) => ({ ...each, run: () => invariant(false, "it must hold") as never }));
  expect(await codesOf(`{"id": 1, "op": "query", "query": "print 1"}`, batchAnswerer(broken, world))).toEqual([
    bug.code,
  ]);
  const codes = await codesOf(exampleText(bug.nearMiss));
  expect([codes.length > 0, codes.includes(bug.code)]).toEqual([true, false]);
});
