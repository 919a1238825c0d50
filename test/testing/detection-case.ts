/** What cases of detections have in common: rules of every form, files beside them, and what a single case tells. */

import { expect, test } from "vitest";
import { placeOf } from "../../src/diagnostics";
import { ranTests } from "./ran-tests";

const DOCUMENTS = `key: r
name: R
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
severity: Low
tactics: [InitialAccess]
relevantTechniques: [T1078.004]
parameters: { code: { type: string, default: "50126", description: a code } }
query: |
  SigninLogs
  | where ResultType == code
  | summarize Failures = count(), Last = max(TimeGenerated) by UserPrincipalName, IPAddress
entityMappings:
  - { entityType: Account, fieldMappings: [{ identifier: FullName, columnName: UserPrincipalName }] }
  - { entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }
customDetails: { Failures: Failures }
alertDetailsOverride: { alertDisplayNameFormat: "{{UserPrincipalName}} failed" }
eventGroupingSettings: { aggregationKind: AlertPerResult }
---
kind: NRT
key: nrt
name: N
query: SigninLogs | project IPAddress
---
kind: HuntingQuery
key: h
name: H
description: h
tactics: [InitialAccess]
query: |
  Bad(1h) | join kind=inner (_GetWatchlist("Egress") | project Address, Owner, SearchKey) on Address
---
kind: Function
key: bad
name: Bad
signature: "(lookback: timespan, least: long = 1)"
query: SigninLogs | where TimeGenerated > ago(lookback) | summarize Count = count() by Address = IPAddress | where Count >= least
---
kind: HuntingQuery
key: open
name: O
description: o
tactics: [InitialAccess]
query: AzureDiagnostics | where httpStatus_d >= 400 | project clientIp_s
---
kind: HuntingQuery
key: far
name: F
description: f
tactics: [InitialAccess]
query: |
  externaldata(Address: string)["https://lists.example/a.csv"] with (format="csv")
---
kind: Watchlist
key: egress
alias: Egress
searchKey: Address
columns: [Owner, Address]
rows: [[HQ, 192.0.2.2]]
---
kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
portal: azure
overrides: { r: { severity: High, parameters: { code: "50053" } }, nrt: { enabled: false } }
exceptions:
  - { rule: r, where: { IPAddress: { cidr: [192.0.2.0/28] } }, owner: o, reason: r, until: 2027-01-01 }
`;

const FIRST_LINE = DOCUMENTS.split("\n").length + 1;

const EVENTS = `{"TimeGenerated":"-5m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":"50126"}
{"TimeGenerated":"-50m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":50126,"_ingested":"+50m"}
{"TimeGenerated":"-61m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":"50126"}
{"TimeGenerated":"-9m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":"50126","_ingested":"+3h"}
`;

const FILES: Readonly<Record<string, string>> = {
  "e.ndjson": EVENTS,
  "bad.ndjson": `${EVENTS}{"TimeGenerated":"-5m","UserPrincipalNam":"x"}\n`,
  "half.ndjson": `${EVENTS}{"TimeGenerated":\n`,
  "e.csv":
    'TimeGenerated,UserPrincipalName,IPAddress,ResultType,DeviceDetail\n-5m,bob@contoso.example,192.0.2.2,50126,"{""isManaged"":true}"\n',
  "bad.csv": "TimeGenerated,Colour,IPAddress\n-5m,red,192.0.2.2\n-6m,blue,192.0.2.2\n",
  "odd.csv": "TimeGenerated,IPAddress\n-5m,192.0.2.2\n-6m\n",
  "e.json":
    '[\n  {"TimeGenerated": "-5m", "IPAddress": "192.0.2.1"},\n  {"TimeGenerated": "-5m",\n   "IPAddres": "{"}\n]\n',
  "no.json": '{"TimeGenerated": "-5m"}',
  "e.txt": "x",
  "list.csv": "192.0.2.9\n192.0.2.10\n",
};

export const results = (text: string) => ranTests(`${DOCUMENTS}---\n${text}`, FILES);

/** Outcome, and why: findings with their place (lines counted from the test's own first), differences as counts, first detail. */
async function outcome(testCase: string, subject = "rule: r"): Promise<readonly unknown[]> {
  const text = `kind: DetectionTest\n${subject}\nnow: 2026-01-15T12:00:00Z\ncases:\n  - name: it\n${testCase.replace(/^/gm, "    ")}\n`;
  const ran = await results(text);
  if (ran.wrong.length > 0) return ran.wrong.map(({ message }) => message);
  return ran.results.flatMap(({ outcome: is, diagnostics, differences, details = [] }) => [
    is,
    ...diagnostics.map(({ code, message, help, at }) => {
      const { path, start } = at ? placeOf(at) : { path: "", start: { line: 0, column: 0 } };
      const line = path === "t.yaml" && start.line >= FIRST_LINE ? `+${start.line - FIRST_LINE - 4}` : start.line;
      return `${code} ${path}:${line}:${start.column} ${message}${help ? ` (${help})` : ""}`;
    }),
    ...differences.map(({ of, actual }) => `${of}: ${(actual as readonly unknown[]).length}`),
    ...details.slice(0, 1),
  ]);
}

export type Cases = readonly (readonly [name: string, text: string, wanted: readonly unknown[], subject?: string])[];

export const run = (cases: Cases) =>
  test.each(cases.map(([name, ...rest]) => [name, rest] as const))("%s", async (_, [text, wanted, subject]) => {
    expect(await outcome(text, subject)).toEqual(wanted);
  });

export const CSV = "given: { SigninLogs: { file: e.csv } }\n";
