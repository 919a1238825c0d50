/** Functions that lead back to themselves are told once, at the call. */

import { expect, test } from "vitest";
import { checkTogether } from "../../src/compiler";
import { placeOf, sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";

function told(bodies: Readonly<Record<string, string>>): readonly string[] {
  const text = Object.entries(bodies)
    .map(
      ([name, query]) => `kind: Function\nkey: ${name.toLowerCase()}\nname: ${name}\nquery: ${JSON.stringify(query)}\n`,
    )
    .join("---\n");
  const found = checkTogether(readDocuments(sourceText("f.yaml", text)).value);
  return found.map(({ message, at }) => `${at ? placeOf(at).start.line : 0} ${message}`);
}

test.each([
  ["itself", { A: "A() | take 1" }, ["4 `A` calls itself"]],
  ["itself without brackets", { A: "A | take 1" }, ["4 `A` calls itself"]],
  ["each other, once", { A: "B() | take 1", B: "A() | take 1" }, ["4 functions call each other: A, B, A"]],
  [
    "a circle behind a function that is in none",
    { A: "B()", B: "union (C), T", C: "D()", D: "B()" },
    ["9 functions call each other: B, C, D, B"],
  ],
  ["two circles", { A: "A()", B: "B()" }, ["4 `A` calls itself", "9 `B` calls itself"]],
  ["none", { A: "B() | join (C()) on x", B: "C()", C: "T" }, []],
  ["a column of its name, a comment, a text", { A: "T | extend A = x | where A > 1 // A()\n| where y == 'A()'" }, []],
])("%s", (_, bodies, wanted) => expect(told(bodies)).toEqual(wanted));
