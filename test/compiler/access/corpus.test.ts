/** Real policies of public repositories as documents: all are read, and errors are what Graph would refuse. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkDocuments } from "../../../src/compiler";
import { type Document, decodeFile, readDocuments } from "../../../src/documents";

const folder = join(__dirname, "../../../../shared/corpus/conditional-access");
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.includes("__")) : [];
const context = { now: "2026-01-15T12:00:00Z", purpose: "check", beside: () => undefined } as const;

/** Placeholders in the place of ids (5410, 5411, 5428, 3041), lists and texts in the wrong place (3001), a control that does not exist (3004), no client apps
 *  (3032), one property twice (1002). */
const REFUSED_BY_GRAPH = new Set([
  "PKT1002",
  "PKT3001",
  "PKT3004",
  "PKT3032",
  "PKT3041",
  "PKT5410",
  "PKT5411",
  "PKT5428",
]);

const keyOf = (index: number) => `policy-${index + 1}`;

/** An export as it is pasted, with the one line that makes it a document. */
function pasted(file: string, index: number) {
  const text = readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "");
  const withKey = text.replace("{", `{ "key": "${keyOf(index)}", "kind": "ConditionalAccessPolicy",`);
  return readDocuments(decodeFile(`${file}.yaml`, Buffer.from(withKey)).value);
}

describe(`corpus of ${files.length} policies as documents`, () => {
  test("each is one document, unless its shape is what Graph would refuse", () => {
    const lost = files.flatMap((file, index) => {
      const { value, diagnostics } = pasted(file, index);
      const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
      return value.length === 1 || errors.some((code) => REFUSED_BY_GRAPH.has(code)) ? [] : [{ file, errors }];
    });
    expect(lost).toEqual([]);
  });

  test("errors are what Graph would refuse", () => {
    const documents: readonly Document[] = files.flatMap((file, index) => pasted(file, index).value);
    const others = checkDocuments(documents, context)
      .filter(({ code, severity }) => severity === "error" && !REFUSED_BY_GRAPH.has(code))
      .map(({ code, message, at }) => `${at?.source.path}: ${code} ${message}`);
    expect(others).toEqual([]);
  });

  test("without `key` the help gives the line", () => {
    const text = '{ "displayName": "CA001: Block", "state": "enabled", "grantControls": null, "sessionControls": {} }';
    const { diagnostics } = readDocuments(decodeFile("a.yaml", Buffer.from(text)).value);
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ["PKT1030", 'add the line `"key": "ca001-block",`'],
    ]);
  });
});
