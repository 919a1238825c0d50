import { expect, test } from "vitest";
import { checkWorkflow } from "../../src/playbook/check";
import { runWorkflow } from "../../src/playbook/run";
import { NOW } from "./expressions/expect-value";

async function refusalOf(actions: object): Promise<string> {
  const answer = await runWorkflow({
    definition: { triggers: { manual: { type: "Request" } }, actions },
    trigger: {},
    answer: () => ({ kind: "answer", statusCode: 202, headers: { location: "https://contoso.example/again" } }),
    now: NOW,
  });
  return "refused" in answer ? `${answer.refused}: ${answer.diagnostics[0]?.message}` : answer.result.status;
}

const note = { type: "Compose", inputs: 1 };
const never = (actions: object, limit: object = { count: 5000 }) => ({
  type: "Until",
  expression: "@equals(1, 2)",
  limit,
  actions,
});
const nested = (levels: number, value: unknown): unknown =>
  Array.from({ length: levels }).reduce((inner) => [inner], value);

const RUNAWAYS: readonly (readonly [name: string, actions: object, end: string])[] = [
  [
    "an endless loop in an endless loop",
    { A: never({ B: never({ C: note }) }) },
    "limit: the run starts more than 100000 actions",
  ],
  [
    "a loop over too much",
    {
      A: {
        type: "Foreach",
        foreach: "@range(0, 100000)",
        actions: { B: { type: "Foreach", foreach: "@range(0, 100000)", actions: { C: note } } },
      },
    },
    "limit: the run starts more than 100000 actions",
  ],
  [
    "a range that is too large",
    { A: { type: "Foreach", foreach: "@range(0, 2000000000)", actions: { C: note } } },
    "Failed",
  ],
  [
    "deep values",
    { A: { type: "Compose", inputs: nested(2000, "@add(1, 1)") } },
    "limit: a value is nested more than 256 levels deep",
  ],
  [
    "an operation that never ends",
    { A: { type: "Http", inputs: { method: "GET", uri: "https://contoso.example" } } },
    "Succeeded",
  ],
  [
    "a text that doubles",
    {
      I: {
        type: "InitializeVariable",
        inputs: { variables: [{ name: "t", type: "string", value: "aaaaaaaaaaaaaaaa" }] },
      },
      U: {
        ...never(
          { A: { type: "AppendToStringVariable", inputs: { name: "t", value: "@variables('t')" } } },
          { count: 60 },
        ),
        runAfter: { I: ["Succeeded"] },
      },
    },
    "limit: the evaluation makes more text and array items than the limit allows",
  ],
];

test.each(RUNAWAYS)("%s comes to an end", async (_, actions, end) => {
  expect(await refusalOf(actions)).toBe(end);
});

test("deep nesting of all kinds is a finding, not a crash", () => {
  const scopes = Array.from({ length: 500 }).reduce<object>(
    (actions, _, index) => ({ [`S${index}`]: { type: "Scope", actions } }),
    {},
  );
  const conditions = Array.from({ length: 500 }).reduce<object>((inner) => ({ not: inner }), { equals: [1, 1] });
  const found = checkWorkflow({
    definition: {
      triggers: { manual: { type: "Request" } },
      actions: {
        ...scopes,
        C: { type: "If", expression: conditions, actions: {} },
        D: { type: "Compose", inputs: nested(5000, "@concat('a'") },
      },
    },
  });
  expect(found.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(
    Array.from({ length: 56 }, () => "PKT4107"),
  );
});
