/** A query that looks back farther than its rule lets it see. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const lookBackBeyond: CheckInfo = {
  code: "PKT2060",
  severity: "warning",
  title: "a look-back beyond the rule's period",
  why: "The service gives a rule only the rows of the last `queryPeriod`, whatever the query says. A baseline of fourteen days in a rule that sees one day is a baseline of one day, and raises alerts for what is not new.",
  source: "https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, read 2026-11-23",
  avoid: rule({
    query: "query: SigninLogs | where TimeGenerated > ago(14d)",
    queryFrequency: "queryFrequency: 1h",
    queryPeriod: "queryPeriod: 1d",
  }),
  prefer: rule({
    query: "query: SigninLogs | where TimeGenerated > ago(14d)",
    queryFrequency: "queryFrequency: 1h",
    queryPeriod: "queryPeriod: 14d",
  }),
  nearMiss: rule({
    query: "query: SigninLogs | where CreatedDateTime > ago(14d)",
    queryFrequency: "queryFrequency: 1h",
    queryPeriod: "queryPeriod: 1d",
  }),
};
