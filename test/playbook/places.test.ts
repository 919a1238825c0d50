/** Where findings stand, and in which order they come. */

import { expect, test } from "vitest";
import { checkWorkflow } from "../../src/playbook/check";

function found(actions: object, parts: object = {}): readonly unknown[] {
  const definition = { triggers: { manual: { type: "Request" } }, actions, ...parts };
  return checkWorkflow({ definition }).map(({ code, pointer, message }) => [code, pointer, message]);
}

test("names with a slash or a tilde are escaped as RFC 6901 says", () => {
  expect(found({ "a/b~c": { type: "Compose", inputs: { "~/": ["", "@parameters('x')"] } } })).toEqual([
    ["PKT4401", "/definition/actions/a~1b~0c/inputs/~0~1/1", "the parameter `x` is not declared"],
  ]);
});

test("what is found in one text comes in the order of its messages", () => {
  const read = ["b", "c", "a"].map((name) => `parameters('${name}')`);
  const messages = ["a", "b", "c", "d"].map((name) => [
    "PKT4401",
    "/definition/actions/A/inputs",
    `the parameter \`${name}\` is not declared`,
  ]);
  const inputs = `@{concat(${read.join()})} @{parameters('d')}`;
  expect(found({ A: { type: "Compose", inputs } })).toEqual(messages);
  const nested = "@parameters('a')[parameters('b')][concat(parameters('c'), parameters('d'))]";
  expect(found({ A: { type: "Compose", inputs: nested } })).toEqual(messages);
});

test.each([
  ['@concat("a")', "a text is written in single quotes, not in double quotes"],
  ["@concat('a)", "the text in single quotes is not closed"],
  ["@concat(@1)", "unexpected `@` in an expression"],
])("%s is no expression", (inputs, message) => {
  expect(found({ A: { type: "Compose", inputs } })).toEqual([
    ["PKT4001", "/definition/actions/A/inputs", `${message}, in \`${inputs}\``],
  ]);
});

test("expressions stand in keys, triggers and outputs too, and not in what the service takes as it is", () => {
  const bad = "@parameters('x')";
  const places = found(
    {
      A: { type: "Compose", inputs: { "k@{parameters('x')}": 1 }, description: bad, metadata: { note: bad } },
      S: { type: "Scope", actions: {}, trackedProperties: { p: bad }, runAfter: { A: ["Succeeded"] } },
    },
    { triggers: { manual: { type: "Request", inputs: { p: bad } } }, outputs: { o: { type: "String", value: bad } } },
  );
  expect(places.map((each) => (each as string[])[1])).toEqual([
    "/definition/actions/A/inputs/k@{parameters('x')}",
    "/definition/actions/S/trackedProperties/p",
    "/definition/outputs/o/value",
    "/definition/triggers/manual/inputs/p",
  ]);
});
