/** The examples of the checks on whether and how a query runs: each is bound, and run where it can be. */

import { describe, expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { checkQuery } from "../../src/kql/check";
import { evaluationChecks } from "../../src/kql/checks/evaluation";
import { runProgram } from "../../src/kql/run";
import { NOW } from "./run-query";

function codesOf(text: string): readonly string[] {
  const source = sourceText("query", text);
  const { diagnostics, refusals, program } = checkQuery(source);
  const ran = program && runProgram(program, { now: NOW, elapsedSeconds: () => 0 }, source);
  const ended = ran?.kind === "ended" ? [ran.diagnostic] : [];
  return [...diagnostics, ...refusals, ...ended].map(({ code }) => code);
}

describe("records", () => {
  test.each(Object.values(evaluationChecks))("$code $title", ({ code, avoid, prefer, nearMiss }) => {
    expect(codesOf(String(avoid))).toEqual([code]);
    for (const right of [prefer, nearMiss]) expect(codesOf(String(right))).not.toContain(code);
  });
});

test("what is missing in rows that are refused is no refusal of its own", () => {
  const { refusals } = checkQuery(sourceText("query", "_Im_Dns | extend Copy = SomeField | where Copy == SomeField"));
  expect(refusals.map(({ message }) => message)).toEqual(["`_Im_Dns()` is not evaluated as a source of rows"]);
});

test.each([
  "let g = (s:string) { rand(toint(s)) }; let f = (s:string) { print a = g(s) }; f('1')",
  "let f = () { let g = () { print a = rand(toint('1')) }; g() }; f()",
])("what is refused in a function is placed where it is written: %s", (text) => {
  const { refusals } = checkQuery(sourceText("query", text));
  expect(refusals.map(({ at }) => at && text.slice(at.start, at.end))).toEqual([/rand\(.*?\)\)/.exec(text)?.[0]]);
});
