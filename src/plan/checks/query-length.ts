/** The length of a compiled query. */

import { QUERY_CHARS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const queryLength = ruleCheck({
  code: "PKT5103",
  title: "a query that is empty or too long",
  why: "Sentinel takes queries of 1 to 10,000 characters; parameters and exceptions that are compiled into the query count.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({ query: `query: SigninLogs | where UserPrincipalName != "${"x".repeat(10_000)}"` }),
  prefer: rule(),
  nearMiss: rule({ query: `query: SigninLogs | where UserPrincipalName != "${"x".repeat(9_900)}"` }),
  *rule({ query = " " }) {
    const path = "/query";
    if (query.length > QUERY_CHARS_MAX)
      yield {
        path,
        message: `the compiled query has ${query.length} characters, at most ${QUERY_CHARS_MAX}`,
        help: "move a part of it into a Function document",
      };
    else if (query.trim() === "" && query !== " ") yield { path, message: "the query is empty" };
  },
});
