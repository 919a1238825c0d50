/** Leaves and the order of making, without Pulumi. */

import { expect, test } from "vitest";
import { inOrderOfReference, referencesOf } from "../../components/references";
import { leavesOf } from "../../src/plan";
import { resource } from "./plans";

const output = (name: string) => ({ "picket:output": { name, path: "id" } });

test("leaves are found at any depth, also among the arguments of a lookup", () => {
  const look = { "picket:lookup": { type: "azuread:index/getUser:getUser", args: { id: output("b") }, path: "id" } };
  const almost = { "picket:output": { name: "c", path: "id" }, other: 1 };
  expect([
    ...leavesOf({ a: [{ deep: output("a") }, null, "text"], look, almost, key: { "picket:secret": "k" } }),
  ]).toEqual([output("a"), look, output("b"), { "picket:secret": "k" }]);
});

test("references are what is depended on and what is read, once each", () => {
  const inputs = { x: output("b"), y: [output("c"), output("b")] };
  expect(referencesOf(resource("a", { dependsOn: ["c", "0"], inputs }))).toEqual(["0", "b", "c"]);
});

test.each([
  [
    [
      ["a", []],
      ["b", []],
    ],
    ["a", "b"],
  ],
  [
    [
      ["a", ["c"]],
      ["b", []],
      ["c", ["b"]],
    ],
    ["b", "c", "a"],
  ],
  [[["a", ["elsewhere"]]], ["a"]],
] as const)("%j is made in this order: %j", (graph, order) => {
  const resources = graph.map(([name, dependsOn]) => resource(name, { dependsOn }));
  expect(inOrderOfReference(resources).map(({ name }) => name)).toEqual(order);
});

test("a circle is a bug of the compiler", () => {
  const circle = [resource("a", { dependsOn: ["b"] }), resource("b", { dependsOn: ["a"] })];
  expect(() => inOrderOfReference(circle)).toThrow("`a` must not refer to itself, not even through others");
});
