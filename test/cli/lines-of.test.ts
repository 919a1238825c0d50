/** Lines of a stream, whatever the pieces are in which it comes. */

import { expect, test } from "vitest";
import { linesOf } from "../../src/cli/lines-of";

async function lines(pieces: readonly string[], charsMax = 10): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of linesOf(stream(pieces), charsMax)) found.push(line);
  return found;
}

async function* stream(pieces: readonly string[]) {
  yield* pieces;
}

test.each([
  [["a\nb\n"], ["a", "b"]],
  [
    ["a", "b\n", "\nc"],
    ["ab", "", "c"],
  ],
  [["a\u2028b\rc\n"], ["a\u2028b\rc"]],
  [["0123456789\n"], ["0123456789"]],
  [
    ["0123456789abc", "def\nrest\n"],
    ["0123456789a", "rest"],
  ],
  [[], []],
])("%j", async (pieces, wanted) => {
  expect(await lines(pieces)).toEqual(wanted);
});

test("a line far above the limit takes no time and no room", async () => {
  const piece = "x".repeat(65_536);
  const pieces = Array.from({ length: 4_000 }, () => piece);
  const [long, next] = await lines([...pieces, "\nnext\n"], 1_000);
  expect([long?.length, next]).toEqual([1_001, "next"]);
});
