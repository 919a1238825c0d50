/** A rule that asks a service which rules can't ask. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const otherService: CheckInfo = {
  code: "PKT2020",
  severity: "warning",
  title: "an analytics rule that asks another service",
  why: "Hunting queries and the Logs page may read Azure Resource Graph by `arg()` and Azure Data Explorer by `adx()`; analytics rules are documented not to: Sentinel supports no queries to Azure Resource Graph, and a rule's query none to Azure Data Explorer. Bring the data into the workspace, as a watchlist or a table.",
  source:
    "https://learn.microsoft.com/azure/azure-monitor/logs/azure-monitor-data-explorer-proxy, limitations, and https://learn.microsoft.com/azure/sentinel/create-analytics-rules, best practices for analytics rule queries, read 2026-11-26",
  avoid: rule({
    query: `query: |
  AzureActivity
  | join kind=inner hint.remote=left (arg("").Resources | project id, tags) on $left._ResourceId == $right.id`,
  }),
  prefer: rule({
    query: `query: |
  AzureActivity
  | where _ResourceId has "prod"`,
  }),
  nearMiss: rule({
    query: `query: union AzureActivity, workspace("law-other").AzureActivity | where TimeGenerated > ago(1h)`,
  }),
};
