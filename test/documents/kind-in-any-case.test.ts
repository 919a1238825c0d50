/** Official rules write a kind in several ways. */

import { expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";

const kindsOf = (text: string) =>
  readDocuments(sourceText("t.yaml", text)).value.map(({ kind, body }) => [
    kind,
    "kind" in body ? body.kind : undefined,
  ]);

test.each(["Table", "table", "TABLE"])("kind: %s", (kind) => {
  expect(kindsOf(`kind: ${kind}\nname: A_CL\ncolumns: { x: string }\n`)).toEqual([["Table", "Table"]]);
});

test("another word is none", () => {
  expect(kindsOf("kind: tabel\nname: A_CL\ncolumns: { x: string }\n")).toEqual([]);
});

test("a policy is known by Graph's keys in any case", () => {
  expect(kindsOf("key: a\nDisplayName: A\nState: disabled\nConditions: {}\nGrantControls: {}\n")).toEqual([
    ["ConditionalAccessPolicy", undefined],
  ]);
});
