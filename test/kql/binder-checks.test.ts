/** What the binder reports becomes findings of their own family, and errors that the engine does not raise become warnings. */

import { describe, expect, test } from "vitest";
import { bind } from "../../src/kql/bind";
import { binderChecks } from "../../src/kql/checks/binder";

const codesOf = (text: string) => bind({ text }).findings.map(({ code }) => code);
const errorsOf = (text: string) => bind({ text }).findings.filter(({ severity }) => severity === "error");

describe("records", () => {
  test.each(Object.values(binderChecks))("$code $title", ({ code, avoid, prefer, nearMiss }) => {
    expect([codesOf(String(avoid)).includes(code), codesOf(String(prefer)), codesOf(String(nearMiss))]).toEqual([
      true,
      [],
      [],
    ]);
  });
});

test("the nearest column in scope is offered", () => {
  expect(bind({ text: "print Account = 1 | where Acount == 1" }).findings.map(({ help }) => help)).toEqual([
    "did you mean `Account`? (Microsoft's code is KS142)",
  ]);
});

describe("one mistake is told once", () => {
  test.each([
    ["print a = 1 | where ago(b) > now()", ["PKT2006"]],
    ["ZoomLogs | where Event =~ 'x' and TimeGenerated > ago('1d')", ["PKT2006"]],
    ["Nowhere() | where Event =~ 'x'", ["PKT2005"]],
    ["let z = ZoomLogs | where Event =~ 'x'; print a = ago('1d')", ["PKT2006", "PKT2002"]],
    ["print a = ago('1d') | where Missing", ["PKT2002", "PKT2006"]],
  ])("%s", (text, codes) => expect(codesOf(text)).toEqual(codes));
});

describe("the engine takes what the binder refuses", () => {
  test.each([
    "print a = make_timespan(1, 12, 30, 55.123)",
    'print d = dynamic({"a": 1}) | extend n = array_length(d)',
    "print a = 1 | getschema | evaluate schema_merge()",
    "let View_1 = view () { print x = 1 }; union isfuzzy=true View*, Some*",
  ])("%s", (text) => expect(errorsOf(text)).toEqual([]));
});

describe("the engine refuses what only looks like these", () => {
  test.each([
    "print a = ago('1d')",
    "print a = iff(1, 2, 3)",
    "print a = array_length('x')",
    "print a = 1 | summarize countif(a)",
    "print a = 'x' | where not(a)",
  ])("%s", (text) => expect(errorsOf(text)).not.toEqual([]));
});

/** Every table of the workspace is read: what one of them has is known, what none has is not. */
describe("queries over all tables", () => {
  test.each([
    ["find where ResultType == '0' project UserId", []],
    ["union *, (print NoSuch = 1) | where Nowhere == 1 | count", ["PKT2090"]],
  ])("%s", (text, codes) => expect(codesOf(text)).toEqual(codes));
});
