import { expect, test } from "vitest";
import { compose, each, get, init, resultOf, runsAfter, set } from "./expect-run";

/** Actions that end with a Response, and the body that it gives. */
async function responseOf(actions: object, last: string, body: unknown, parts: object = {}): Promise<unknown> {
  const answer = {
    type: "Response",
    inputs: { statusCode: 200, body },
    ...runsAfter(last, "Succeeded", "Failed", "TimedOut", "Skipped"),
  };
  const { response } = await resultOf({ ...actions, Answer: answer }, parts);
  return response?.body;
}

const people = [
  { name: "Nina", age: 31 },
  { name: "Bo, jr", age: 17 },
];

const CASES: readonly (readonly [name: string, actions: object, last: string, body: unknown, expected: unknown])[] = [
  ["Compose", { A: compose({ n: "@add(1, 1)", "@@k": ["x@{1}"] }) }, "A", "@outputs('a')", { n: 2, "@k": ["x1"] }],
  [
    "Query by expression",
    { Q: { type: "Query", inputs: { from: people, where: "@greater(item()?['age'], 18)" } } },
    "Q",
    "@body('Q')",
    [people[0]],
  ],
  [
    "Query by object",
    {
      Q: {
        type: "Query",
        inputs: {
          from: people,
          where: { and: [{ contains: ["@item()['name']", "Bo"] }, { less: ["@item().age", 18] }] },
        },
      },
    },
    "Q",
    "@body('Q')",
    [people[1]],
  ],
  [
    "Select",
    { S: { type: "Select", inputs: { from: people, select: { "@{item().name}": "@item().age" } } } },
    "S",
    "@body('S')",
    [{ Nina: 31 }, { "Bo, jr": 17 }],
  ],
  [
    "Select of texts",
    { S: { type: "Select", inputs: { from: people, select: "@item().name" } } },
    "S",
    "@body('S')",
    ["Nina", "Bo, jr"],
  ],
  [
    "Join",
    { J: { type: "Join", inputs: { from: "@createArray(1, 'b', null)", joinWith: "-" } } },
    "J",
    "@body('J')",
    "1-b-",
  ],
  [
    "Table as CSV",
    { T: { type: "Table", inputs: { from: people, format: "CSV" } } },
    "T",
    "@body('T')",
    'name,age\r\nNina,31\r\n"Bo, jr",17\r\n',
  ],
  [
    "Table as HTML with columns",
    {
      T: {
        type: "Table",
        inputs: {
          from: people,
          format: "html",
          columns: [
            { header: "Who", value: "@item().name" },
            { header: "<n>", value: "@item().age" },
          ],
        },
      },
    },
    "T",
    "@body('T')",
    "<table><thead><tr><th>Who</th><th>&lt;n&gt;</th></tr></thead><tbody><tr><td>Nina</td><td>31</td></tr><tr><td>Bo, jr</td><td>17</td></tr></tbody></table>",
  ],
  [
    "ParseJson of text",
    { P: { type: "ParseJson", inputs: { content: '{"a": 12345678901234567}', schema: { type: "object" } } } },
    "P",
    "@body('P').a",
    "12345678901234567",
  ],
  [
    "ParseJson that does not fit",
    {
      P: {
        type: "ParseJson",
        inputs: { content: { a: "x" }, schema: { type: "object", properties: { a: { type: "integer" } } } },
      },
    },
    "P",
    "@actions('P').error.message",
    "the content does not match the schema: /a must be integer",
  ],
  [
    "ParseJson of null",
    { P: { type: "ParseJson", inputs: { content: "@null", schema: { type: "object" } } } },
    "P",
    "@actions('P').status",
    "Failed",
  ],
  [
    "variables",
    {
      L: init("list", "Array"),
      N: { ...init("n", "integer", 5), ...runsAfter("L") },
      T: { ...init("t", "string"), ...runsAfter("N") },
      A: set("list", { k: 1 }, runsAfter("T"), "AppendToArrayVariable"),
      I: set("n", 2, runsAfter("A"), "IncrementVariable"),
      D: { type: "DecrementVariable", inputs: { name: "N" }, ...runsAfter("I") },
      S: set("t", "@concat('a', variables('n'))", runsAfter("D")),
      X: set("t", "@variables('n')", runsAfter("S"), "AppendToStringVariable"),
    },
    "X",
    { list: "@variables('list')", n: "@variables('n')", t: "@variables('t')" },
    { list: [{ k: 1 }], n: 6, t: "a66" },
  ],
  [
    "a value of another type",
    { N: init("n", "integer", 5), S: set("n", "x", runsAfter("N")) },
    "S",
    "@actions('S').error.message",
    "the variable `n` of type integer can't take a value of type String",
  ],
  [
    "null in a text variable",
    { N: init("t", "string", "x"), S: set("t", "@null", runsAfter("N")) },
    "S",
    "@concat('[', variables('t'), ']')",
    "[]",
  ],
  [
    "items by name, whatever the case",
    { L: each([1, 2], { A: compose("@mul(items('l'), 10)") }) },
    "L",
    "@outputs('A')",
    [10, 20],
  ],
  [
    "an inner loop sees the outer item",
    {
      O: each([1, 2], {
        I: each([3], { A: compose("@concat(items('O'), items('I'))") }),
        B: compose("@outputs('A')", runsAfter("I")),
      }),
    },
    "O",
    "@outputs('B')",
    [["13"], ["23"]],
  ],
  [
    "result of a scope",
    { S: { type: "Scope", actions: { A: compose(1), B: compose("@div(1, 0)") } } },
    "S",
    { names: "@join(createArray(result('S')[0].name, result('S')[1].status), ' ')", count: "@length(result('S'))" },
    { names: "A Failed", count: 2 },
  ],
  ["result of a loop", { L: each([1, 2], { A: compose("@item()") }) }, "L", "@result('L')[0].outputs[1].outputs", 2],
  ["a failed call keeps its body", { A: get() }, "A", "@body('A').error", "none"],
  [
    "until counts its rounds",
    {
      N: init("n", "integer", 0),
      U: {
        type: "Until",
        expression: "@equals(variables('n'), 3)",
        limit: { count: 10 },
        actions: {
          I: { type: "IncrementVariable", inputs: { name: "n" } },
          R: compose("@iterationIndexes('U')", runsAfter("I")),
        },
        ...runsAfter("N"),
      },
    },
    "U",
    "@concat(variables('n'), ' ', outputs('R'))",
    "3 2",
  ],
  [
    "workflow() and trigger()",
    {},
    "none",
    { id: "@workflow().name", trigger: "@trigger().name" },
    { id: "workflow", trigger: "manual" },
  ],
];

test.each(CASES)("%s", async (_, actions, last, body, expected) => {
  const stubs = { A: [{ statusCode: 404, body: { error: "none" } }] };
  const start = last === "none" ? { First: compose(1) } : actions;
  expect(await responseOf(start, last === "none" ? "First" : last, body, { stubs })).toEqual(expected);
});

test.each([
  ["Query", { where: "@equals(item(), 1)" }],
  ["Select", { select: "@item()" }],
  ["Join", { joinWith: "" }],
  ["Table", { format: "CSV" }],
])("%s needs an array", async (type, inputs) => {
  const { errors } = await resultOf({ A: { type, inputs: { from: "@string(1)", ...inputs } } });
  expect(errors.A).toEqual({ code: "BadRequest", message: "`from` must be an array, got a value of type String" });
});

test.each([
  ["Query", { where: "@equals(item(), 1)" }, { from: [1, 2] }],
  ["Select", { select: "@item()" }, { from: [1, 2] }],
  ["Join", { joinWith: "-" }, { from: [1, 2], joinWith: "-" }],
  ["Table", { format: "csv" }, { from: [1, 2], format: "CSV" }],
])("the inputs of %s can be read", async (type, inputs, read) => {
  const actions = { A: { type, inputs: { from: "@createArray(1, 2)", ...inputs } } };
  expect(await responseOf(actions, "A", "@actions('A').inputs")).toEqual(read);
});

test("a scope whose failure nobody handles has an error of its own", async () => {
  const { errors } = await resultOf({ S: { type: "Scope", actions: { A: compose("@div(1, 0)") } } });
  expect(errors.S).toEqual({ code: "ActionFailed", message: "an action failed, and no action after it handled that" });
  const scope = (inputs: unknown) => ({ S: { type: "Scope", actions: { A: compose(inputs) } } });
  expect(await responseOf(scope(1), "S", "@coalesce(actions('S')?['error'], 'none')")).toBe("none");
});
