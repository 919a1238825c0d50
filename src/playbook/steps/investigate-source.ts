/** Asks the workspace what it knows of an address. */

import { Type } from "typebox";
import { call, inOrder } from "./parts/actions";
import type { SourceReadStep } from "./step";

/** Days looked back where a document does not say. */
const DAYS_DEFAULT = 14;

/** The address goes into a literal of the query: what could end that is taken out. */
export const ADDRESS = "replace(replace(coalesce(item()?['address'], ''), '\"', ''), '\\', '')";

export const investigateSource: SourceReadStep = {
  kind: "source read",
  name: "investigate-source",
  summary:
    "Asks the workspace for each address: sign-ins that failed and succeeded, by how many users, and what threat intelligence says of it.",
  does: () => "investigate the source",
  repeat: "It only reads.",
  source: "https://learn.microsoft.com/azure/azure-monitor/logs/api/overview, read 2026-11-23",
  settings: Type.Object({
    days: Type.Optional(Type.Integer({ description: "Days to look back (default 14).", minimum: 1, maximum: 90 })),
  }),
  read: ({ days = DAYS_DEFAULT }, { workspaceGuid }) =>
    inOrder({
      Ask_workspace: call({
        method: "POST",
        uri: `https://api.loganalytics.azure.com/v1/workspaces/@{${workspaceGuid}}/query`,
        body: { query: query(Number(days)), timespan: `P${days}D` },
      }),
    }),
  finding: finding(),
};

/** One row. The empty tables let it run where a table is missing.
 *  Indicators: each change is a row, so the newest of each counts, if it is active.
 *  Source: https://learn.microsoft.com/azure/sentinel/work-with-stix-objects-indicators, read 2026-11-23. */
function query(days: number): string {
  return [
    `let address = "@{${ADDRESS}}";`,
    "let signIns = union isfuzzy=true SigninLogs, (datatable(TimeGenerated: datetime, IPAddress: string, ResultType: string, UserId: string)[])",
    `| where TimeGenerated > ago(${days}d) and IPAddress =~ address;`,
    "let indicators = union isfuzzy=true ThreatIntelIndicators, (datatable(TimeGenerated: datetime, Id: string, ObservableValue: string, IsActive: bool, Confidence: int)[])",
    "| where ObservableValue =~ address | summarize arg_max(TimeGenerated, IsActive, Confidence) by Id | where IsActive;",
    'signIns | summarize Failed = countif(ResultType != "0"), Succeeded = countif(ResultType == "0"), Users = dcount(UserId)',
    "| extend Indicators = toscalar(indicators | count), Confidence = toscalar(indicators | summarize max(Confidence))",
  ].join("\n");
}

function finding(): string {
  const cell = (index: number) => {
    const text = `string(body('Ask_workspace')?['tables']?[0]?['rows']?[0]?[${index}])`;
    return `if(empty(${text}), '-', ${text})`;
  };
  const parts = [
    "' failed and '",
    "' successful sign-ins by '",
    "' users; '",
    "' active threat indicators, confidence '",
  ];
  return `concat(${parts.map((text, index) => `${cell(index)}, ${text}`).join(", ")}, ${cell(4)})`;
}
