import { expect, test } from "vitest";
import { compose, each, failing, get, resultOf, runOf, runsAfter } from "./expect-run";

const note = compose(1);

/** Actions, status of the run, statuses of the actions. */
const CASES: readonly (readonly [name: string, actions: object, run: string, statuses: object])[] = [
  ["a chain", { A: note, B: { ...note, ...runsAfter("A") } }, "Succeeded", { A: "Succeeded", B: "Succeeded" }],
  [
    "a failure skips what follows",
    { A: failing(), B: { ...note, ...runsAfter("A") } },
    "Failed",
    { A: "Failed", B: "Skipped" },
  ],
  [
    "a handled failure is none",
    { A: failing(), B: { ...note, ...runsAfter("A", "Failed") } },
    "Succeeded",
    { A: "Failed", B: "Succeeded" },
  ],
  [
    "a handler that was not needed",
    { A: note, B: { ...note, ...runsAfter("A", "FAILED") } },
    "Succeeded",
    { A: "Succeeded", B: "Skipped" },
  ],
  [
    "a failed handler fails",
    { A: failing(), B: failing(runsAfter("A", "Failed")) },
    "Failed",
    { A: "Failed", B: "Failed" },
  ],
  ["one failed branch fails", { A: note, B: failing() }, "Failed", { A: "Succeeded", B: "Failed" }],
  [
    "a skip is passed on",
    { A: failing(), B: { ...note, ...runsAfter("A") }, C: { ...note, ...runsAfter("B", "Skipped") } },
    "Succeeded",
    { A: "Failed", B: "Skipped", C: "Succeeded" },
  ],
  [
    "a scope fails with its leaf and can be handled",
    { S: { type: "Scope", actions: { A: failing() } }, H: { ...note, ...runsAfter("S", "Failed", "TimedOut") } },
    "Succeeded",
    { S: "Failed", A: "Failed", H: "Succeeded" },
  ],
  [
    "a condition takes one branch",
    {
      C: {
        type: "If",
        expression: { and: [{ equals: [1, 1] }, { not: { contains: ["abc", "x"] } }] },
        actions: { Yes: note },
        else: { actions: { No: note } },
      },
    },
    "Succeeded",
    { C: "Succeeded", Yes: "Succeeded", No: "Skipped" },
  ],
  [
    "a condition without the branch it takes",
    { C: { type: "If", expression: "@equals(1, 2)", actions: { Yes: note } } },
    "Succeeded",
    { C: "Succeeded", Yes: "Skipped" },
  ],
  [
    "a condition that can't be evaluated",
    { C: { type: "If", expression: { greater: ["@null", 1] }, actions: { Yes: note } } },
    "Failed",
    { C: "Failed", Yes: "Skipped" },
  ],
  [
    "a skipped container skips its inside",
    { A: failing(), S: { type: "Scope", actions: { B: note }, ...runsAfter("A") } },
    "Failed",
    { A: "Failed", S: "Skipped", B: "Skipped" },
  ],
  [
    "a switch by text and by number",
    {
      S: {
        type: "Switch",
        expression: "@add(1, 1)",
        cases: { One: { case: 1, actions: { A: note } }, Two: { case: 2, actions: { B: note } } },
        default: { actions: { C: note } },
      },
      T: {
        type: "Switch",
        expression: "x",
        cases: { X: { case: "X", actions: { D: note } } },
        default: { actions: { E: note } },
      },
    },
    "Succeeded",
    { S: "Succeeded", A: "Skipped", B: "Succeeded", C: "Skipped", T: "Succeeded", D: "Skipped", E: "Succeeded" },
  ],
  ["a loop over null fails", { L: each("@null", { A: note }) }, "Failed", { L: "Failed", A: "Skipped" }],
  [
    "a loop over nothing",
    { L: each([], { A: note, In: each([1], { B: note }) }), After: { ...note, ...runsAfter("L") } },
    "Succeeded",
    { L: "Succeeded", A: "Skipped", In: "Skipped", B: "Skipped", After: "Succeeded" },
  ],
  [
    "a round that fails fails the loop",
    { L: each([1, 0], { A: compose("@div(1, item())") }) },
    "Failed",
    { L: "Failed", A: "Failed" },
  ],
  [
    "terminate ends all",
    {
      A: note,
      T: {
        type: "Terminate",
        inputs: { runStatus: "Failed", runError: { code: "c", message: "m" } },
        ...runsAfter("A"),
      },
      B: { ...note, ...runsAfter("T") },
    },
    "Failed",
    { A: "Succeeded", T: "Succeeded", B: "Skipped" },
  ],
  [
    "terminate cancels what is under way",
    {
      C: {
        type: "If",
        expression: "@equals(1, 1)",
        actions: {
          T: { type: "Terminate", inputs: { runStatus: "Cancelled" }, ...runsAfter("W1") },
          W1: { type: "Wait", inputs: { interval: { count: 1, unit: "Second" } } },
        },
      },
      W2: { type: "Wait", inputs: { interval: { count: 1, unit: "Hour" } } },
      L: { ...note, ...runsAfter("C") },
    },
    "Cancelled",
    { C: "Cancelled", T: "Succeeded", W1: "Succeeded", W2: "Cancelled", L: "Skipped" },
  ],
  [
    "terminate as succeeded",
    { A: failing(), T: { type: "Terminate", inputs: { runStatus: "Succeeded" }, ...runsAfter("A", "Failed") } },
    "Succeeded",
    { A: "Failed", T: "Succeeded" },
  ],
  [
    "a second response fails",
    {
      A: { type: "Response", inputs: { statusCode: 200 } },
      B: { type: "Response", inputs: { statusCode: "201" }, ...runsAfter("A") },
    },
    "Failed",
    { A: "Succeeded", B: "Failed" },
  ],
];

test.each(CASES)("%s", async (_, actions, run, statuses) => {
  const { status, actions: actual } = await resultOf(actions);
  expect({ status, actual }).toEqual({ status: run, actual: statuses });
});

test("a definition with a cycle is refused, not run for ever", async () => {
  expect(await runOf({ A: { ...note, ...runsAfter("B") }, B: { ...note, ...runsAfter("A") } })).toBe(
    "unsupported: the actions `A`, `B` wait for each other",
  );
});

test("what is not run is refused by name", async () => {
  expect(await runOf({ A: { type: "JavaScriptCode", inputs: { code: "" } } })).toBe(
    "unsupported: actions of type `JavaScriptCode` are not run; an answer can stand in",
  );
  expect(await runOf({ A: get() })).toBe(
    "invalid: the call of `A`, GET `https://contoso.example/x`, has no answer: there is no stub for it",
  );
});

test("static results stand in for calls where they are switched on", async () => {
  const runtimeConfiguration = (staticResultOptions: string) => ({
    runtimeConfiguration: { staticResult: { name: "A0", staticResultOptions } },
  });
  const staticResults = { A0: { status: "Failed", outputs: { statusCode: "404", body: { id: 1 } } } };
  const on = await resultOf(
    { A: get(runtimeConfiguration("Enabled")), B: compose("@body('A').id", runsAfter("A", "Failed")) },
    { definition: { staticResults } },
  );
  expect([on.status, on.actions, on.calls]).toEqual(["Succeeded", { A: "Failed", B: "Succeeded" }, []]);
  const off = await resultOf(
    { A: get(runtimeConfiguration("Disabled")) },
    { definition: { staticResults }, stubs: { A: [{ statusCode: 200 }] } },
  );
  expect(off.calls.length).toBe(1);
});

test.each([
  ["Succeeded", "Succeeded"],
  ["failed", "Failed"],
  ["Skipped", "Skipped"],
  ["TimedOut", "TimedOut"],
  ["Cancelled", "Cancelled"],
  [undefined, "Succeeded"],
])("a static result of status %s", async (status, expected) => {
  const staticResults = { A0: { ...(status === undefined ? {} : { status }), outputs: {} } };
  const runtimeConfiguration = { staticResult: { name: "A0", staticResultOptions: "Enabled" } };
  const { actions } = await resultOf({ A: get({ runtimeConfiguration }) }, { definition: { staticResults } });
  expect(actions.A).toBe(expected);
});

test.each([
  ["@null", "a value of type Null"],
  ["@string(1)", "a value of type String"],
])("a loop over %s fails, and what it was given can be read", async (foreach, what) => {
  const { actions, errors, response } = await resultOf({
    L: each(foreach, { A: compose(1) }),
    R: {
      type: "Response",
      inputs: { statusCode: 200, body: "@string(actions('L').inputs)" },
      ...runsAfter("L", "Failed"),
    },
  });
  expect([actions, errors.L]).toEqual([
    { L: "Failed", A: "Skipped", R: "Succeeded" },
    {
      code: "ExpressionEvaluationFailed",
      message: `the result of \`foreach\` must be a valid array, got ${what}`,
    },
  ]);
  expect(response?.body).toBe(foreach === "@null" ? '{"foreach":null}' : '{"foreach":"1"}');
});

test("a loop takes 100,000 items and no more", async () => {
  const { errors } = await resultOf({ L: each("@split(concat(string(range(1, 99999)), ',,'), ',')", {}) });
  expect(errors.L).toEqual({
    code: "ForeachItemsLimitExceeded",
    message: "a loop takes at most 100000 items, got 100001",
  });
});
