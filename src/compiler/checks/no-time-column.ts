/** A rule whose result has no time. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const noTimeColumn: CheckInfo = {
  code: "PKT2061",
  severity: "info",
  title: "a result without `TimeGenerated`",
  why: "The service takes the time of what an alert is about from `TimeGenerated` of the result. Without it the alert carries the rule's window instead, which an analyst has to search.",
  source: "https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, read 2026-11-23",
  avoid: rule({ query: "query: SigninLogs | summarize StartTime = min(TimeGenerated) by UserId" }),
  prefer: rule({ query: "query: SigninLogs | summarize TimeGenerated = min(TimeGenerated) by UserId" }),
  nearMiss: rule({ query: "query: SigninLogs | summarize Failures = count() by UserId, bin(TimeGenerated, 1h)" }),
};
