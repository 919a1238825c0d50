import { describe, expect, test } from "vitest";
import { type Example, exampleText, placeOf, sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { bind } from "../../src/kql/check";
import { runTests, testingChecks } from "../../src/testing";

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

async function results(text: string) {
  const read = readDocuments(sourceText("t.yaml", `${DOCUMENTS}---\n${text}`));
  const wrong = read.diagnostics.filter(({ severity }) => severity === "error");
  const tests = read.value.flatMap((each) => (each.kind === "DetectionTest" ? [each] : []));
  const context = {
    now: "2026-01-15T12:00:00Z",
    purpose: "check" as const,
    beside: (_: string, file: string) => FILES[file],
    bound: bind,
    elapsedSeconds: () => 0,
  };
  return { wrong, results: await runTests(tests, read.value, context) };
}

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

type Cases = readonly (readonly [name: string, text: string, wanted: readonly unknown[], subject?: string])[];

const run = (cases: Cases) =>
  test.each(cases.map(([name, ...rest]) => [name, rest] as const))("%s", async (_, [text, wanted, subject]) => {
    expect(await outcome(text, subject)).toEqual(wanted);
  });

const CSV = "given: { SigninLogs: { file: e.csv } }\n";

describe("a case passes", () => {
  run([
    [
      "on exactly what the service would make: of four rows two are in the window and in time",
      `given: { SigninLogs: { file: e.ndjson } }
expect:
  alerts:
    - title: ann@contoso.example failed
      severity: Low
      entities: { Account: [ANN@contoso.example], IP: [{ Address: 192.0.2.1 }] }
      customDetails: { Failures: 2 }
      tactics: [InitialAccess]
      techniques: [T1078]
      description: ""
      events: 1
  incidents: [{ alerts: 1, severity: Low, entities: { IP: [192.0.2.1] } }]
  rows: [{ Failures: 2, Last: -5m }]`,
      ["passed"],
    ],
    ["on rows of a CSV", `${CSV}expect: { alerts: [{ entities: { Account: [bob@contoso.example] } }] }`, ["passed"]],
    ["with parameters", `with: { parameters: { code: '0' } }\n${CSV}expect: { alerts: 0, rows: [] }`, ["passed"]],
    [
      "at another stage",
      `with: { stage: observe }\n${CSV}expect: { alerts: [{ severity: Informational }] }`,
      ["passed"],
    ],
    [
      "with a tenant's settings and exceptions",
      `with: { tenant: contoso }
given:
  SigninLogs:
    - { TimeGenerated: -5m, UserPrincipalName: a@b.example, IPAddress: 192.0.2.1, ResultType: "50053" }
    - { TimeGenerated: -5m, UserPrincipalName: a@b.example, IPAddress: "2001:db9::7", ResultType: "50053" }
    - { TimeGenerated: -5m, UserPrincipalName: a@b.example, IPAddress: 192.0.2.99, ResultType: "50126" }
expect: { alerts: [{ severity: High, entities: { IP: ["2001:db9::7"] } }], incidents: [{ title: a@b.example failed }] }`,
      ["passed"],
    ],
    [
      "for an NRT rule on what came in during its minute",
      `given:
  SigninLogs:
    - { TimeGenerated: -3h, IPAddress: 192.0.2.1, _ingested: -30s }
    - { TimeGenerated: -2m, IPAddress: 192.0.2.2 }
    - { TimeGenerated: -59s, IPAddress: 192.0.2.3 }
expect: { rows: [{ IPAddress: 192.0.2.1 }, { IPAddress: 192.0.2.3 }], alerts: 1 }`,
      ["passed"],
      "rule: nrt",
    ],
    [
      "for a hunt, on functions and on the watchlist's own rows",
      `given: { SigninLogs: { file: e.csv } }\nexpect: { rows: [{ Address: 192.0.2.2, Owner: HQ, SearchKey: 192.0.2.2 }] }`,
      ["passed"],
      "hunt: h",
    ],
    [
      "with rows in the place of a function and of a watchlist",
      `functions: { Bad: [{ Address: 192.0.2.7, Count: 3 }] }
watchlists: { egress: [[Branch, 192.0.2.7], [HQ]] }
expect: { rows: [{ Address: 192.0.2.7, Count: 3, Owner: Branch }] }`,
      ["passed"],
      "hunt: h",
    ],
    [
      "for the call of a function",
      `${CSV}expect: { rows: [{ Address: 192.0.2.2, Count: 1 }] }`,
      ["passed"],
      'function: "Bad(1h)"',
    ],
    [
      "on columns that resources add to a table",
      `given: { AzureDiagnostics: [{ TimeGenerated: -5m, httpStatus_d: 500, clientIp_s: 192.0.2.1, other_s: x }] }
expect: { rows: [{ clientIp_s: 192.0.2.1 }] }`,
      ["passed"],
      "hunt: open",
    ],
    [
      "on a file in the place of a page",
      `external: { "https://lists.example/a.csv": list.csv }\nexpect: { rows: 2 }`,
      ["passed"],
      "hunt: far",
    ],
  ]);
});

describe("a case fails", () => {
  run([
    [
      "on another entity, and on one too few",
      `${CSV}expect: { alerts: [{ entities: { IP: [] } }] }`,
      ["failed", "alerts: 1"],
    ],
    [
      "and names the step that lost the rows",
      `with: { parameters: { code: '0' } }\n${CSV}expect: { alerts: 1 }`,
      ["failed", "alerts: 0", "rows were lost by `where` at t.yaml:13:5: 1 in, none out"],
    ],
    [
      "on what no page decides",
      `given:
  SigninLogs: { file: e.csv }
expect: { incidents: [{ title: bob@contoso.example failed }] }`,
      [
        "failed",
        "PKT6003 t.yaml:+3:26 the title of an incident, which the Defender portal makes is not evaluated (no page of the service says what it does: expect their number, or leave the part out)",
      ],
    ],
    [
      "where the rule does not run",
      "absent: [SigninLogs]\nexpect: { alerts: 0 }",
      ["failed", "PKT6004 t.yaml:+0:11 the rule does not run here: no SigninLogs in this tenant"],
    ],
    [
      "where the tenant does not enable it",
      "with: { tenant: contoso }\nexpect: { alerts: 0 }",
      ["failed", "PKT6004 t.yaml:+0:11 the rule does not run here: it is not enabled"],
      "rule: nrt",
    ],
  ]);
});

describe("a wrong event", () => {
  const of = (file: string) => `given: { SigninLogs: { file: ${file} } }\nexpect: { alerts: 1 }`;
  const did = "(did you mean `UserPrincipalName`?)";
  run([
    [
      "unknown column",
      of("bad.ndjson"),
      ["failed", `PKT6001 bad.ndjson:5:24 \`SigninLogs\` has no column \`UserPrincipalNam\` ${did}`],
    ],
    ["no JSON", of("half.ndjson"), ["failed", "PKT6001 half.ndjson:5:1 the line is not a JSON object"]],
    [
      "unknown column of a CSV, once",
      of("bad.csv"),
      ["failed", "PKT6001 bad.csv:1:1 `SigninLogs` has no column `Colour`"],
    ],
    [
      "too few cells",
      of("odd.csv"),
      ["failed", "PKT6001 odd.csv:3:1 the file is not CSV: Invalid Record Length: expect 2, got 1 on line 3"],
    ],
    [
      "unknown column of a JSON list",
      of("e.json"),
      ["failed", "PKT6001 e.json:4:4 `SigninLogs` has no column `IPAddres` (did you mean `IPAddress`?)"],
    ],
    ["no list", of("no.json"), ["failed", "PKT6001 no.json:1:1 the file is no JSON list of objects"]],
    ["another kind of file", of("e.txt"), ["failed", "PKT6001 e.txt:1:1 the file is none of .ndjson, .json and .csv"]],
    ["no file", of("none.csv"), ["failed", "PKT6002 t.yaml:+1:34 the file `none.csv` does not exist beside the test"]],
    [
      "a wrong value",
      "given:\n  SigninLogs:\n    - { TimeGenerated: soon }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:+3:28 the value of `TimeGenerated` is not a datetime: `soon`"],
    ],
    [
      "no time",
      "given:\n  SigninLogs:\n    - { IPAddress: x }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:+3:11 a row of `SigninLogs` has no TimeGenerated"],
    ],
    [
      "a wrong time of ingestion",
      "given:\n  SigninLogs:\n    - { TimeGenerated: -5m, _ingested: later }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:+3:44 expected a time or +3h, got `later`"],
    ],
    [
      "an unknown table",
      "given: { SigninLog: [] }\nexpect: { alerts: 1 }",
      ["failed", "PKT6002 t.yaml:+1:14 no table has the name `SigninLog` (did you mean `SigninLogs`?)"],
    ],
    [
      "a table that nothing reads",
      "given: { AuditLogs: [] }\nexpect: { alerts: 1 }",
      ["failed", "PKT6002 t.yaml:+1:14 the subject does not read the table `AuditLogs`"],
    ],
  ]);
});

describe("a wrong test", () => {
  run([
    [
      "unknown rule",
      "expect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+-3:7 no rule has the name `s` (did you mean `r`?)"],
      "rule: s",
    ],
    [
      "two subjects",
      "expect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+-2:1 a test has one subject, not a rule and a hunt"],
      "rule: r\nhunt: h",
    ],
    [
      "no subject",
      "expect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+-4:1 the test names no `rule`, `hunt` or `function`"],
      "pack: core",
    ],
    [
      "no call",
      "expect: { rows: 0 }",
      ["failed", 'PKT6002 t.yaml:+-3:11 `Bad` is no call, expected "Name(1h)"'],
      "function: Bad",
    ],
    ["nothing expected", "expect: {}", ["failed", "PKT6002 t.yaml:+1:13 the case expects nothing"]],
    [
      "alerts of a hunt",
      "expect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:15 only a rule has alerts and incidents"],
      "hunt: h",
    ],
    [
      "unknown tenant",
      "with: { tenant: contos }\nexpect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:21 no tenant has the key `contos` (did you mean `contoso`?)"],
    ],
    [
      "unknown parameter",
      "with: { parameters: { cod: x } }\nexpect: { alerts: 0 }",
      ["failed", "PKT5212 t.yaml:+1:32 `r` has no parameter `cod` (did you mean `code`?)"],
    ],
    [
      "parameters of a function",
      "with: { parameters: { cod: x } }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:13 a function takes arguments, not parameters"],
      'function: "Bad(1h)"',
    ],
    [
      "unknown absent table",
      "absent: [Signins]\nexpect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:14 no table has the name `Signins`"],
    ],
    [
      "given and absent",
      "absent: [SigninLogs]\ngiven: { SigninLogs: [] }\nexpect: { alerts: 0 }",
      ["failed", "PKT6002 t.yaml:+1:14 rows are given of the absent table `SigninLogs`"],
    ],
    [
      "unknown watchlist",
      "watchlists: { Egres: [] }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:19 no watchlist has the alias `Egres` (did you mean `Egress`?)"],
      "hunt: h",
    ],
    [
      "too many cells",
      "watchlists: { Egress: [[a, b, c]] }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:28 the row has 3 cells for 2 columns"],
      "hunt: h",
    ],
    [
      "unknown function",
      "functions: { Bat: [] }\nexpect: { rows: 0 }",
      ["failed", "PKT6002 t.yaml:+1:18 the subject calls no function `Bat` (did you mean `Bad`?)"],
      "hunt: h",
    ],
    [
      "unknown column of a function",
      "functions: { Bad: [{ Cont: 1 }] }\nexpect: { rows: 0 }",
      ["failed", "PKT6001 t.yaml:+1:26 `Bad` has no column `Cont` (did you mean `Count`?)"],
      "hunt: h",
    ],
    [
      "no such file beside",
      'external: { "https://lists.example/a.csv": x.csv }\nexpect: { rows: 2 }',
      ["failed", "PKT6002 t.yaml:+1:48 the file `x.csv` does not exist beside the test"],
      "hunt: far",
    ],
    [
      "unknown type of entity",
      `${CSV}expect: { alerts: [{ entities: { Accont: [] } }] }`,
      ["failed", "PKT6002 t.yaml:+2:38 no type of entity has the name `Accont` (did you mean `Account`?)"],
    ],
    [
      "unknown identifier",
      `${CSV}expect: { incidents: [{ entities: { IP: [{ Adress: x }] } }] }`,
      ["failed", "PKT6002 t.yaml:+2:48 no identifier of IP has the name `Adress` (did you mean `Address`?)"],
    ],
    [
      "unknown custom detail",
      `${CSV}expect: { alerts: [{ customDetails: { Failure: 1 } }] }`,
      ["failed", "PKT6002 t.yaml:+2:43 no custom detail of the rule has the name `Failure` (did you mean `Failures`?)"],
    ],
    [
      "unset property",
      `${CSV}expect: { alerts: [{ properties: { AlertLink: x } }] }`,
      ["failed", "PKT6002 t.yaml:+2:40 no property that the rule sets has the name `AlertLink`"],
    ],
    [
      "unknown tactic",
      `${CSV}expect: { alerts: [{ tactics: [Access] }] }`,
      ["failed", "PKT6002 t.yaml:+2:36 no tactic has the name `Access`"],
    ],
    [
      "unknown column expected",
      `${CSV}expect: { rows: [{ Failure: 1 }] }`,
      ["failed", "PKT6002 t.yaml:+2:24 no column of the result has the name `Failure` (did you mean `Failures`?)"],
    ],
  ]);
});

describe("the examples of checks", () => {
  // Those of playbook tests run beside playbooks, in their own file.
  const ours = testingChecks.filter(({ code }) => code < "PKT6050");
  test.each(ours.map((check) => [check.code, check] as const))("%s", async (code, { avoid, prefer, nearMiss }) => {
    const codes = async (example: Example) => {
      const { wrong, results: ran } = await results(exampleText(example));
      return [...wrong, ...ran.flatMap(({ diagnostics }) => diagnostics)].map((each) => each.code);
    };
    expect([await codes(avoid), await codes(prefer), await codes(nearMiss)]).toEqual([[code], [], []]);
  });
});
