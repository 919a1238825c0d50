/** `* has "x"`: a search in every column. */

import { childOf, kindOf } from "../../kusto/node";
import type { TreeCheck } from "../tree-check";

export const starHas: TreeCheck = {
  code: "PKT2051",
  severity: "warning",
  title: "a search in every column",
  why: "`where * has` reads all columns of every row; naming the columns reads these only.",
  source: "https://learn.microsoft.com/kusto/query/best-practices, read 2026-11-23",
  avoid: 'SigninLogs | where * has "contoso"',
  prefer: 'SigninLogs | where UserPrincipalName has "contoso"',
  nearMiss: "SigninLogs | summarize arg_max(TimeGenerated, *) by UserId",
  on: ["HasExpression", "ContainsExpression", "StartsWithExpression", "EndsWithExpression"],
  *look(node) {
    if (kindOf(childOf(node, "Left")) === "StarExpression") {
      yield { message: "every column of every row is read", help: "name the columns that can hold it" };
    }
  },
};
