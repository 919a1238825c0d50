/** Slips of the pen in a query: one finding each, with the name that was meant. */

import { expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { checkQuery, huntingTableHelp, standardTableNames } from "../../src/kql/check";
import { HUNTING_TABLES } from "../../src/kql/tables/hunting-tables";

/** `column [text] message (help)`, without Microsoft's code. */
function found(query: string): readonly string[] {
  return checkQuery(sourceText("q", query)).diagnostics.map(({ message, help, at }) => {
    const text = at?.source.text.slice(at.start, at.end);
    return `${(at?.start ?? 0) + 1} [${text}] ${message}${help ? ` (${help.replace(/ \(Microsoft's code is \w+\)$/, "")})` : ""}`;
  });
}

test.each([
  ["SigninLogs | were IPAddress == 'a' and x", ["14 [were] unknown operator `were` (did you mean `where`?)"]],
  [
    "SigninLogs\n| projct IPAddress\n| where IPAddress == 'a'",
    ["14 [projct] unknown operator `projct` (did you mean `project`?)"],
  ],
  [
    "SigninLogs | were x | topp 5 by y",
    [
      "14 [were] unknown operator `were` (did you mean `where`?)",
      "23 [topp] unknown operator `topp` (did you mean `top`?)",
    ],
  ],
  ["SigninLogs | mv-expnd x", ["14 [mv-expnd] unknown operator `mv-expnd` (did you mean `mv-expand`?)"]],
  [
    "let a = SigninLogs | were x; SigninLogs | where y == 1",
    [
      "22 [were] unknown operator `were` (did you mean `where`?)",
      expect.stringMatching(/^49 \[y\] the name `y` does not refer/),
    ],
  ],
  [
    "SigninLogs | summarize cout() by IPAddress",
    ["24 [cout] the name `cout` does not refer to any known function (did you mean `count`?)"],
  ],
  [
    "SigninLogs | extend a = tolowr(IPAddress)",
    ["25 [tolowr] the name `tolowr` does not refer to any known function (did you mean `tolower`?)"],
  ],
])("%s", (query, wanted) => {
  expect(found(query)).toEqual(wanted);
});

test("tables of advanced hunting are told as such, and none of them is a standard table", () => {
  expect(standardTableNames().filter((name) => HUNTING_TABLES.has(name))).toEqual([]);
  expect([huntingTableHelp("IdentityInfo"), huntingTableHelp("SigninLogs")]).toEqual([undefined, undefined]);
  expect(huntingTableHelp("ExposureGraphNodes")).toBe(
    "it is a table of Defender XDR's advanced hunting, and no workspace has it",
  );
  expect(huntingTableHelp("AADSignInEventsBeta")).toMatch(/; sign-ins are in `SigninLogs`/);
});
