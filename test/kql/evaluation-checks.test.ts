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

test.each([
  ["range x from 1 to 30 step 1", { rows: 20 }, "range x from 1 to 30 step 1"],
  [
    "range x from 1 to 9 step 1 | extend y = x | mv-expand z = range(1, 9) | count",
    { rows: 20 },
    "mv-expand z = range(1, 9)",
  ],
  [
    "range x from 1 to 9 step 1 | extend k = 1 | as T | join kind=inner T on k | count",
    { rows: 20 },
    "join kind=inner T on k",
  ],
  [
    "let many = range x from 1 to 9 step 1 | mv-expand y = range(1, 9); many | take 1",
    { rows: 20 },
    "mv-expand y = range(1, 9)",
  ],
  [
    "range x from 1 to 9999 step 1 | extend y = strrep('a', 9) | sort by y",
    { megabytes: 0.5 },
    "extend y = strrep('a', 9)",
  ],
  // Steps that run together, in parts of 1,024 rows.
  [
    "range x from 1 to 2000 step 1 | mv-expand y = range(1, 2) | where y > 0 | count",
    { rows: 2100 },
    "mv-expand y = range(1, 2)",
  ],
  ["range x from 1 to 9999 step 1 | where x > 0 | extend y = x | extend z = x", { megabytes: 0.5 }, "extend z = x"],
])("a limit is told at the step that met it: %s", (text, limits, step) => {
  const source = sourceText("query", text);
  const { program } = checkQuery(source);
  const world = { now: NOW, elapsedSeconds: () => 0, limits };
  const ran = program && runProgram(program, world, source);
  const at = ran?.kind === "ended" ? ran.diagnostic.at : undefined;
  expect(at && text.slice(at.start, at.end)).toBe(step);
});

test.each([
  ["(".repeat(30_000), ["the query is nested too deeply"]],
  [`print ${"[".repeat(1_001)}`, ["the query is nested too deeply"]],
  [`${"print 1 // )\n".repeat(3)}`, undefined],
])("brackets in brackets end as a limit, before the parser spends a minute on them: %#", (text, messages) => {
  const { diagnostics } = checkQuery(sourceText("query", text));
  expect(diagnostics.map(({ message }) => message).filter((each) => each.includes("deeply"))).toEqual(messages ?? []);
});
