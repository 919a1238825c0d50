/** The sample is whole statements, hangs on the seed alone, and what is judged equivalent is still in the source. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { equivalents } from "./equivalents";
import { sampleRanges, statementRanges } from "./sample";

const TEXT = 'import a from "a";\n\nconst one = 1;\nfunction two() {\n  return one;\n}\n\nexport { one };\n';
const FILES = [{ file: "a.ts", text: TEXT }];
const places = (ranges: readonly { readonly first: number; readonly last: number }[]) =>
  ranges.map(({ first, last }) => [first, last]);

describe("sample", () => {
  test("ranges are whole statements, imports left out", () => {
    expect(places(statementRanges("a.ts", TEXT))).toEqual([
      [3, 3],
      [4, 6],
      [8, 8],
    ]);
  });

  test("enough lines take everything, once", () => {
    const all = sampleRanges(FILES, { seed: 1, lines: 1000 });
    expect(places(all).sort()).toEqual(places(statementRanges("a.ts", TEXT)));
  });

  test("the same seed takes the same statements wherever they stand, another seed others", () => {
    const taken = (text: string, seed: number) =>
      sampleRanges([{ file: "a.ts", text }], { seed, lines: 1 }).map(({ first, last }) =>
        text.split("\n").slice(first - 1, last),
      );
    expect(taken(`\n\n${TEXT}`, 1)).toEqual(taken(TEXT, 1));
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => String(taken(TEXT, seed)))).size).toBe(3);
  });
});

test("what is judged equivalent is in the source", () => {
  const gone = equivalents.filter(
    ({ file, original }) => !readFileSync(join(__dirname, "../..", file), "utf8").includes(original),
  );
  expect(gone).toEqual([]);
});
