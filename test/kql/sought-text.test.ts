/** A text is found in the same places whether it is sought once or often, and whatever the case of its letters. */

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isAtEnd,
  isAtStart,
  isIn,
  isPrefixIn,
  isSuffixIn,
  isTermIn,
  soughtInAnyCase,
  soughtOften,
} from "../../src/kql/functions/sought-text";

const TESTS = { isIn, isAtStart, isAtEnd, isTermIn, isPrefixIn, isSuffixIn };

/** Few letters, so that one text often stands in another; those beyond ASCII change when their case does. */
const text = (lengthMax: number) =>
  fc.string({
    unit: fc.constantFrom(..."aAkKsSzZ19 -.[\\$", "\u212a", "ſ", "İ", "ı", "Σ", "ς", "é", "É", "😀"),
    maxLength: lengthMax,
  });

for (const [name, isFound] of Object.entries(TESTS)) {
  test(`${name} finds the same in both ways`, () => {
    fc.assert(
      fc.property(text(12), text(3), (subject, pattern) => {
        expect(isFound(subject, soughtOften(pattern))).toBe(isFound(subject, soughtInAnyCase(pattern)));
      }),
      { numRuns: 2_000 },
    );
  });
}

test("a letter of ASCII is found wherever lower case makes it of another letter", () => {
  const all = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => letter < "\x80" || letter !== letter.toLowerCase())
    .join("");
  const places = (sought: ReturnType<typeof soughtOften>) => {
    const subject = sought.subjectOf(all);
    const found: number[] = [];
    for (let at = sought.find(subject, 0); at >= 0; at = sought.find(subject, at + 1)) found.push(at);
    return found;
  };
  for (const letter of "abcdefghijklmnopqrstuvwxyz")
    expect(places(soughtOften(letter)), letter).toEqual(places(soughtInAnyCase(letter)));
  expect(places(soughtOften("k")).map((at) => all[at])).toEqual(["K", "k", "\u212a"]);
});
