/** No error on what the engine accepts: recorded queries and Microsoft's own rules, where they lie beside the project. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bind } from "../../src/kql/bind";
import { lints } from "../../src/kql/checks/lints";

const SHARED = join(__dirname, "..", "..", "..", "shared");
const CORPUS = join(SHARED, "corpus", "azure-sentinel-2021");

interface Recorded {
  readonly id: string;
  readonly query: string;
}

function recorded(suite: string): readonly Recorded[] {
  const path = join(SHARED, "conformance", "kql", `${suite}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Recorded);
}

function rules(): readonly Recorded[] {
  if (!existsSync(CORPUS)) return [];
  const files = readdirSync(CORPUS).filter((file) => file.endsWith(".yaml"));
  return files.map((file) => {
    const { query } = parse(readFileSync(join(CORPUS, file), "utf8")) as { readonly query: string };
    return { id: file, query };
  });
}

const errorsOf = ({ id, query }: Recorded) =>
  bind({ text: query }).findings.flatMap(({ severity, code, message }) =>
    severity === "error" ? [`${id} ${code} ${message}`] : [],
  );

describe("queries that the engine has answered", () => {
  test.each(["fuzz", "oracle"])("%s", (suite) => {
    expect(recorded(suite).flatMap(errorsOf)).toEqual([]);
  });
});

test("no check of picket's own raises an error in Microsoft's rules", () => {
  const codes = new Set(lints.map(({ code }) => code));
  const found = rules().flatMap(errorsOf);
  expect(found.filter((line) => codes.has(line.split(" ")[1] as `PKT${number}`))).toEqual([]);
});
