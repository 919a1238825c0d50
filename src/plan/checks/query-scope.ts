/** A query over all tables. */

import { codeOf } from "../kql-code";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const queryScope = ruleCheck({
  code: "PKT5104",
  title: "a query that reads everything",
  why: "`search *` and `union *` read every table of the workspace; a scheduled rule with them is refused.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({ query: "query: union * | where TimeGenerated > ago(1h)" }),
  prefer: rule({ query: "query: union SigninLogs, AuditLogs | where TimeGenerated > ago(1h)" }),
  nearMiss: rule({ query: 'query: SigninLogs | where AppDisplayName == "union * of all" // search *' }),
  *rule({ query = "" }) {
    const match = /\b(search|union)\b(?:\s+\w+\s*=\s*\w+)*\s+\*(?!\w)/.exec(codeOf(query));
    if (match) yield { path: "/query", message: `\`${match[1]} *\` reads every table, which a rule may not` };
  },
});
