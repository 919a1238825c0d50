/** A step is a name, with or without settings, however it is written. */

import { expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";

const read = (steps: string) =>
  readDocuments(sourceText("t.yaml", `kind: Playbook\nkey: contain\non: incident\n${steps}`));
const stepsOf = (steps: string) =>
  read(steps).value.map(({ body }) => ("steps" in body ? (body.steps as unknown) : undefined));

test.each(["- disable-user", "- disable-user:", "- disable-user: ~"])("%s has no settings", (step) => {
  expect(stepsOf(`steps:\n  ${step}\n  - revoke-sessions: {}\n`)).toEqual([
    ["disable-user", { "revoke-sessions": {} }],
  ]);
});

test("a name that no step has is told where it stands, with a colon too", () => {
  const [first] = read("steps:\n  - disable-users:\n").diagnostics;
  expect([first?.message, first?.at?.start]).toEqual([expect.stringContaining("disable-users"), 52]);
});

test("of two names under one hyphen none is lost", () => {
  expect(stepsOf("steps:\n  - disable-user:\n    revoke-sessions: {}\n")).toEqual([
    [{ "disable-user": {}, "revoke-sessions": {} }],
  ]);
});
