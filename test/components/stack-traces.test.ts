/** Stacks are off only while resources are made. What that saves is in `npm run bench -- program`. */

import { expect, test } from "vitest";
import { withoutStackTraces } from "../../components/stack-traces";

const settings = () => ({ limit: Error.stackTraceLimit, format: Error.prepareStackTrace });

test("stacks are off inside, also inside of another, and on again afterwards", () => {
  const before = settings();
  const stacks = withoutStackTraces(() => [
    withoutStackTraces(() => new Error("inner").stack),
    new Error("outer").stack,
  ]);
  expect(stacks).toEqual(["", ""]);
  expect(settings()).toEqual(before);
});

test("they come back when making fails", () => {
  const before = settings();
  const make = () => {
    throw new Error("made badly");
  };
  expect(() => withoutStackTraces(make)).toThrow("made badly");
  expect(settings()).toEqual(before);
});
