/** Tests of rules that hang on more than given tables: on columns that only the rows tell, on where addresses are. */

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
query: |
  let Details = SigninLogs
    | project TimeGenerated, UserPrincipalName, DeviceDetail, LocationDetails
    | evaluate bag_unpack(DeviceDetail, "device_");
  Details
  | evaluate bag_unpack(LocationDetails)
  | where city == "Oslo"
entityMappings:
  - { entityType: Account, fieldMappings: [{ identifier: FullName, columnName: UserPrincipalName }] }
customDetails: { Device: device_id }
---
kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
exceptions:
  - { rule: r, where: { device_id: [ours] }, owner: o, reason: r, until: 2027-01-01 }
---
kind: NRT
key: p
name: P
query: |
  SigninLogs
  | summarize Count = count() by UserPrincipalName, ResultType
  | evaluate pivot(ResultType, sum(Count))
---
kind: NRT
key: g
name: G
query: |
  SigninLogs
  | extend Geo = geo_info_from_ip_address(IPAddress)
  | project Country = tostring(Geo.country), Latitude = tostring(Geo.latitude), IPAddress
---
kind: NRT
key: s
name: S
query: |
  SigninLogs
  | make-series Count = count() on TimeGenerated from ago(8m) to now() step 1m by UserPrincipalName
  | extend series_decompose(Count)
  | project Seasonal = series_decompose_Count_seasonal
---
kind: Function
key: devices
name: Devices
signature: "(user: string)"
query: SigninLogs | where UserPrincipalName == user | project DeviceDetail | evaluate bag_unpack(DeviceDetail)
`;

async function outcomes(subject: string, cases: string): Promise<readonly unknown[]> {
  const test = `---\nkind: DetectionTest\n${subject}\nnow: 2026-01-15T12:00:00Z\ncases:\n${cases}`;
  const { results } = await ranTests(DOCUMENTS + test);
  return results.map(({ outcome, diagnostics, differences }) => [
    outcome,
    ...diagnostics.map(({ message, at }) => `${at ? placeOf(at).start.line : "?"}: ${message}`),
    ...differences.map(({ of, actual }) => `${of}: ${JSON.stringify(actual)}`),
  ]);
}

const row = (time: string, device: string, location: string) =>
  `{ TimeGenerated: ${time}, UserPrincipalName: ann@contoso.example, DeviceDetail: ${device}, LocationDetails: ${location} }`;

test("cases with other rows have other columns", async () => {
  const cases = `  - name: one device
    given: { SigninLogs: [${row("-5m", "{ id: a }", "{ city: Oslo }")}] }
    expect: { alerts: [{ customDetails: { Device: [a] }, entities: { Account: [ann@contoso.example] } }] }
  - name: further properties, and a row outside of the window
    given:
      SigninLogs: [${row("-5m", "{ id: b, os: X }", "{ city: Oslo, state: N }")}, ${row("-2h", "{ id: c, old: true }", "{ city: Oslo }")}]
    expect: { alerts: [{ customDetails: { Device: [b] } }], rows: [{ device_id: b, device_os: X, state: N }] }
  - name: an exception of the tenant
    with: { tenant: contoso }
    given: { SigninLogs: [${row("-5m", "{ id: ours }", "{ city: Oslo }")}] }
    expect: { alerts: 0 }
  - name: no row gives the column
    given: { SigninLogs: [${row("-5m", "{ id: a }", "{ state: N }")}] }
    expect: { alerts: 0 }
  - name: what is no bag
    given: { SigninLogs: [${row("-5m", "x", "{ city: Oslo }")}] }
    expect: { alerts: 0 }
  - name: a column that only other rows give
    given: { SigninLogs: [${row("-5m", "{ id: a }", "{ city: Oslo }")}] }
    expect: { rows: [{ device_os: X }] }
`;
  expect(await outcomes("rule: r", cases)).toEqual([
    ["passed"],
    ["passed"],
    ["passed"],
    ["failed", "16: the name `city` does not refer to any known column, table, variable or function"],
    ["failed", "13: `bag_unpack` of what is no bag is not evaluated"],
    ["failed", "82: no column of the result has the name `device_os`"],
  ]);
});

test("columns of a result are known by their names, so no order is needed", async () => {
  const failed = '{ TimeGenerated: -5s, UserPrincipalName: ann@contoso.example, ResultType: "50126" }';
  const succeeded = '{ TimeGenerated: -5s, UserPrincipalName: bob@contoso.example, ResultType: "0" }';
  const cases = `  - name: two results
    given: { SigninLogs: [${failed}, ${succeeded}] }
    expect:
      alerts: 1
      rows: [{ UserPrincipalName: ann@contoso.example, "50126": 1, "0": 0 }, { "50126": 0, "0": 1 }]
`;
  expect(await outcomes("rule: p", cases)).toEqual([["passed"]]);
});

test("a function has the columns of its rows too", async () => {
  const cases = `  - name: one device
    given: { SigninLogs: [${row("-5m", "{ id: a, os: X }", "{}")}] }
    expect: { rows: [{ id: a, os: X }] }
`;
  expect(await outcomes("function: \"Devices('ann@contoso.example')\"", cases)).toEqual([["passed"]]);
});

test("where addresses are", async () => {
  const from = (address: string) => `SigninLogs: [{ TimeGenerated: -5s, IPAddress: "${address}" }]`;
  const cases = `  - name: by network and by address, both versions
    given:
      SigninLogs:
        - { TimeGenerated: -5s, IPAddress: 203.0.113.7 }
        - { TimeGenerated: -5s, IPAddress: "2001:db8::7" }
        - { TimeGenerated: -5s, IPAddress: 198.51.100.1 }
    geo: { 203.0.113.0/24: { country: Norway, latitude: 60 }, "2001:db8::/32": { country: Chile }, 198.51.100.1: {} }
    expect:
      rows:
        - { Country: Norway, Latitude: "60.0" }
        - { Country: Chile, Latitude: "" }
        - { Country: "", IPAddress: 198.51.100.1 }
  - name: nobody says
    given: { ${from("203.0.113.7")} }
    expect: { rows: 1 }
  - name: another address
    given: { ${from("192.0.2.1")} }
    geo: { 203.0.113.0/24: { country: Norway } }
    expect: { rows: 1 }
  - name: all others
    given: { ${from("")} }
    geo: { "*": {} }
    expect: { rows: [{ Country: "" }] }
  - name: no network
    given: { ${from("192.0.2.1")} }
    geo: { 203.0.113.0/33: {} }
    expect: { rows: 1 }
`;
  expect(await outcomes("rule: g", cases)).toEqual([
    ["passed"],
    ["failed", "41: `geo_info_from_ip_address` is evaluated where `geo` says where addresses are"],
    ["failed", "41: `geo_info_from_ip_address` of `192.0.2.1`, of which `geo` says nothing, is not evaluated"],
    ["passed"],
    ["failed", "88: `203.0.113.0/33` is no address or network"],
  ]);
});

test("the period that a series has", async () => {
  const cases = ["", "seasonality: 0", "seasonality: 4", "seasonality: 5"].map(
    (line) => `  - name: "told: ${line}"
    given: { SigninLogs: [{ TimeGenerated: -30s, _ingested: +10s, UserPrincipalName: ann@contoso.example }] }
    ${line}
    expect: { rows: [{ Seasonal: [0, 0, 0, ${line === "seasonality: 4" ? "0.5" : "0"}, 0, 0, 0, ${line === "seasonality: 4" ? "0.5" : "0"}] }] }
`,
  );
  expect(await outcomes("rule: s", cases.join(""))).toEqual([
    [
      "failed",
      "50: `series_decompose` looks for a period by itself: it is evaluated where `seasonality` says which one it finds",
    ],
    ["passed"],
    ["passed"],
    ["failed", "50: in a series of 8 `series_decompose` finds periods of 4 to 4, not the 5 of `seasonality`"],
  ]);
});
