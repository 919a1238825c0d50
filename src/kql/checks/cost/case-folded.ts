/** `tolower(x) == "y"` where `=~` says the same. */

import { argumentsOf, child, childOf, type KustoNode, kindOf, simpleName } from "../../kusto/node";
import { constantText } from "../constant-text";
import type { TreeCheck } from "../tree-check";

const FOLDS: ReadonlyMap<string, (text: string) => string> = new Map([
  ["tolower", (text) => text.toLowerCase()],
  ["toupper", (text) => text.toUpperCase()],
]);

export const caseFolded: TreeCheck = {
  code: "PKT2052",
  severity: "warning",
  title: "`tolower() ==` where `=~` finds the same",
  why: "A function around the column makes a new text of every row; `=~` compares without regard to case as the text stands.",
  source: "https://learn.microsoft.com/kusto/query/best-practices, read 2026-11-23",
  avoid: 'SigninLogs | where tolower(UserPrincipalName) == "ann@contoso.com"',
  prefer: 'SigninLogs | where UserPrincipalName =~ "ann@contoso.com"',
  nearMiss: "SigninLogs | extend Name = tolower(UserPrincipalName)",
  on: ["EqualExpression", "NotEqualExpression"],
  *look(node) {
    const [left, right] = [childOf(node, "Left"), childOf(node, "Right")];
    const folded = foldOf(left) ? left : right;
    const fold = foldOf(folded);
    if (!fold) return;
    const other = folded === left ? right : left;
    const text = constantText(other);
    // A text in the other case is never found: `=~` would find more.
    if (text === undefined ? foldOf(other) !== fold : fold(text) !== text) return;
    const operator = kindOf(node) === "EqualExpression" ? "=~" : "!~";
    yield { message: `the comparison makes a new text of every row`, help: `use \`${operator}\` without the function` };
  },
};

function foldOf(node: KustoNode): ((text: string) => string) | undefined {
  if (kindOf(node) !== "FunctionCallExpression" || argumentsOf(node).length !== 1) return undefined;
  return FOLDS.get(simpleName(child(node, "Name") ?? node));
}
