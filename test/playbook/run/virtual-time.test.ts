/** Loops, waits and parallel branches on the clock of the run. */

import { describe, expect, test } from "vitest";
import { each, init, resultOf, runsAfter, set } from "./expect-run";

describe("loops", () => {
  const waiting = {
    W: { type: "Wait", inputs: { interval: { count: "@item()", unit: "Minute" } } },
    A: set("order", "@string(item())", runsAfter("W"), "AppendToStringVariable"),
  };
  const loop = (parts: object) => ({
    Init: init("order", "string"),
    L: each([3, 1, 2], waiting, { ...runsAfter("Init"), ...parts }),
  });

  test.each([
    ["at once", {}, "123", 180],
    ["one by one", { runtimeConfiguration: { concurrency: { repetitions: 1 } } }, "312", 360],
    ["sequential", { operationOptions: "Sequential" }, "312", 360],
    ["two at once", { runtimeConfiguration: { concurrency: { repetitions: 2 } } }, "132", 180],
  ])("%s", async (_, parts, order, seconds) => {
    const { variables, milliseconds } = await resultOf(loop(parts));
    expect([variables.order, milliseconds]).toEqual([order, seconds * 1000]);
  });
});

test.each([
  [{ interval: { count: 2, unit: "Week" } }, 1_209_600],
  [{ interval: { count: "3", unit: "hour" } }, 10_800],
  [{ interval: { count: 1, unit: "Day" } }, 86_400],
  [{ interval: { count: 1, unit: "Month" } }, 2_592_000],
  [{ until: { timestamp: "2026-03-01T10:00:30Z" } }, 30],
  [{ until: { timestamp: "2026-02-28T10:00:00Z" } }, 0],
])("a wait of %j", async (inputs, seconds) => {
  expect((await resultOf({ W: { type: "Wait", inputs } })).milliseconds).toBe(seconds * 1000);
});

test.each([
  [{}],
  ["PT5M"],
  [{ interval: { count: 1, unit: "Fortnight" } }],
  [{ interval: { count: "many", unit: "Day" } }],
  [{ until: { timestamp: 5 } }],
])("a wait of %j fails", async (inputs) => {
  const told = { type: "Response", inputs: { statusCode: 200, body: "@actions('W').inputs" } };
  const { actions, errors, milliseconds, response } = await resultOf({
    W: { type: "Wait", inputs },
    R: { ...told, ...runsAfter("W", "Failed") },
  });
  expect([actions.W, errors.W, milliseconds, response?.body]).toEqual([
    "Failed",
    { code: "BadRequest", message: "the delay names neither an interval nor a time" },
    0,
    inputs,
  ]);
});

test("parallel branches run in virtual time", async () => {
  const wait = (count: number, unit: string, parts: object = {}) => ({
    type: "Wait",
    inputs: { interval: { count, unit } },
    ...parts,
  });
  const { variables } = await resultOf({
    Init: init("order", "string"),
    Slow: wait(5, "Minute", runsAfter("Init")),
    Slow_done: set("order", "slow ", runsAfter("Slow"), "AppendToStringVariable"),
    Fast: wait(1, "Second", runsAfter("Init")),
    Fast_done: set("order", "fast ", runsAfter("Fast"), "AppendToStringVariable"),
    Until_ten: { type: "Wait", inputs: { until: { timestamp: "2026-03-01T10:10:00Z" } }, ...runsAfter("Slow_done") },
    Last: set("order", "@utcNow('HH:mm:ss')", runsAfter("Until_ten"), "AppendToStringVariable"),
  });
  expect(variables.order).toBe("fast slow 10:10:00");
});
