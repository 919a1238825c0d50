/** `contains` with a text that begins and ends between words: `has` finds the same. */

import { childOf } from "../../kusto/node";
import { constantText } from "../constant-text";
import type { TreeCheck } from "../tree-check";

export const hasForContains: TreeCheck = {
  code: "PKT2050",
  severity: "warning",
  title: "`contains` where `has` finds the same",
  why: "`contains` reads every text from end to end, `has` looks the words up in the index. A text that begins and ends with a separator is found by both alike.",
  source: "https://learn.microsoft.com/kusto/query/best-practices, read 2026-11-23; picket",
  avoid: 'SigninLogs | where UserPrincipalName contains "@contoso."',
  prefer: 'SigninLogs | where UserPrincipalName has "@contoso."',
  nearMiss: 'SigninLogs | where UserPrincipalName contains "contoso"',
  on: ["ContainsExpression", "NotContainsExpression"],
  *look(node) {
    const text = constantText(childOf(node, "Right"));
    if (text === undefined || !/^[^\p{L}\p{N}].*[\p{L}\p{N}]{3}.*[^\p{L}\p{N}]$/u.test(text)) return;
    yield {
      message: `\`contains\` finds no more than \`has\` does for \`${text}\`, and takes longer`,
      help: "use `has`",
    };
  },
};
