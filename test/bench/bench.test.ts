/** What a bench prints, and when it has failed. */

import { expect, test } from "vitest";
import { missedGoals, resultLines } from "../../bench/bench";

const result = {
  bench: "x",
  sides: { picket: { time: "1.0 s" }, plain: { time: "12.0 s", memory: "1 MB" } },
  ratios: { time: 1 / 12, memory: 0.3 },
  goals: { time: 0.1, memory: 0.25 },
};

test("both sides, what missed its goal, and JSON as the last line", () => {
  expect(resultLines(result)).toEqual([
    "picket   time 1.0 s",
    "plain    time 12.0 s, memory 1 MB",
    "missed: memory is 0.3, its goal 0.25",
    '{"bench":"x","ratios":{"time":0.0833,"memory":0.3},"goals":{"time":0.1,"memory":0.25}}',
  ]);
});

test.each([
  [{ a: 0.1 }, { a: 0.1 }, []],
  [{ a: 0.11 }, { a: 0.1 }, ["a"]],
  [{ a: Number.NaN }, { a: 0.1 }, ["a"]],
  [{}, { a: 0.1 }, ["a"]],
])("%j against %j misses %j", (ratios: Record<string, number>, goals: Record<string, number>, missed) => {
  expect(missedGoals({ ratios, goals })).toEqual(missed);
});
