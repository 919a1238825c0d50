import { describe, expect, test } from "vitest";
import { placeOf, sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { bind } from "../../src/kql/check";
import { runTests } from "../../src/testing";

const RULE = `key: r
name: R
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
severity: Low
parameters: { code: { type: string, default: "50126", description: a code } }
query: |
  SigninLogs
  | where ResultType == code
  | summarize Failures = count() by UserPrincipalName, IPAddress
entityMappings:
  - { entityType: Account, fieldMappings: [{ identifier: FullName, columnName: UserPrincipalName }] }
  - { entityType: IP, fieldMappings: [{ identifier: Address, columnName: IPAddress }] }
customDetails: { Failures: Failures }
alertDetailsOverride: { alertDisplayNameFormat: "{{UserPrincipalName}} failed" }
eventGroupingSettings: { aggregationKind: AlertPerResult }
`;

const EVENTS = `{"TimeGenerated":"-5m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":"50126"}
{"TimeGenerated":"-50m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":50126,"_ingested":"+50m"}
{"TimeGenerated":"-61m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":"50126"}
{"TimeGenerated":"-9m","UserPrincipalName":"ann@contoso.example","IPAddress":"192.0.2.1","ResultType":"50126","_ingested":"+3h"}
`;

const FILES: Readonly<Record<string, string>> = {
  "e.ndjson": EVENTS,
  "bad.ndjson": `${EVENTS}{"TimeGenerated":"-5m","UserPrincipalNam":"x"}\n`,
  "e.csv": "TimeGenerated,UserPrincipalName,IPAddress,ResultType\n-5m,bob@contoso.example,192.0.2.2,50126\n",
};

/** Outcome, and why: findings with their place, differences as counts, the lost step. */
async function outcome(testCase: string, subject = "rule: r"): Promise<readonly unknown[]> {
  const text = `kind: DetectionTest\n${subject}\nnow: 2026-01-15T12:00:00Z\ncases:\n  - name: it\n${testCase.replace(/^/gm, "    ")}\n`;
  const read = readDocuments(sourceText("t.yaml", `${RULE}---\n${text}`));
  if (read.diagnostics.some(({ severity }) => severity === "error"))
    return read.diagnostics.map(({ message }) => message);
  const tests = read.value.flatMap((each) => (each.kind === "DetectionTest" ? [each] : []));
  const context = {
    now: "2026-01-15T12:00:00Z",
    purpose: "check" as const,
    beside: (_: string, file: string) => FILES[file],
    bound: bind,
    elapsedSeconds: () => 0,
  };
  const results = await runTests(tests, read.value, context);
  return results.flatMap(({ outcome: is, diagnostics, differences, details = [] }) => [
    is,
    ...diagnostics.map(({ code, message, help, at }) => {
      const place = at && placeOf(at);
      return `${code} ${place?.path}:${place?.start.line} ${message}${help ? ` (${help})` : ""}`;
    }),
    ...differences.map(({ of, actual }) => `${of}: ${(actual as readonly unknown[]).length}`),
    ...details,
  ]);
}

describe("a case", () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      "passes on exactly what the service would make: of four rows two are in the window and in time",
      `given: { SigninLogs: { file: e.ndjson } }
expect:
  alerts: [{ title: ann@contoso.example failed, severity: Low, entities: { Account: [ann@contoso.example], IP: [{ Address: 192.0.2.1 }] }, customDetails: { Failures: 2 } }]
  incidents: [{ alerts: 1, severity: Low }]
  rows: [{ Failures: 2 }]`,
      ["passed"],
    ],
    [
      "reads CSV",
      "given: { SigninLogs: { file: e.csv } }\nexpect: { alerts: [{ entities: { Account: [bob@contoso.example] } }] }",
      ["passed"],
    ],
    [
      "takes parameters",
      "with: { parameters: { code: '0' } }\ngiven: { SigninLogs: { file: e.csv } }\nexpect: { alerts: 0, rows: [] }",
      ["passed"],
    ],
    [
      "fails on another entity, and on one too few",
      "given: { SigninLogs: { file: e.csv } }\nexpect: { alerts: [{ entities: { IP: [] } }] }",
      ["failed", "alerts: 1"],
    ],
    [
      "names the step that lost the rows",
      "with: { parameters: { code: '0' } }\ngiven: { SigninLogs: { file: e.csv } }\nexpect: { alerts: 1 }",
      ["failed", "alerts: 0", "`where` at t.yaml:11:5 took 1 rows and gave none"],
    ],
    [
      "fails on a column that the table has not, with the line of the file",
      "given: { SigninLogs: { file: bad.ndjson } }\nexpect: { alerts: 1 }",
      [
        "failed",
        "PKT6001 bad.ndjson:5 `SigninLogs` has no column `UserPrincipalNam` (did you mean `UserPrincipalName`?)",
      ],
    ],
    [
      "fails on a wrong value",
      "given:\n  SigninLogs:\n    - { TimeGenerated: soon }\nexpect: { alerts: 1 }",
      ["failed", "PKT6001 t.yaml:27 the value of `TimeGenerated` is not a datetime: `soon`"],
    ],
    [
      "fails without a file",
      "given: { SigninLogs: { file: no.csv } }\nexpect: { alerts: 1 }",
      ["failed", "PKT6002 t.yaml:25 the file `no.csv` does not exist beside the test"],
    ],
    [
      "fails by name on what is not evaluated",
      "functions: { F: [] }\nexpect: { alerts: 0 }",
      ["failed", "PKT6003 t.yaml:25 rows in the place of functions are not evaluated"],
    ],
    ["fails when it expects nothing", "expect: {}", ["failed", "PKT6002 t.yaml:25 the case expects nothing"]],
  ])("%s", async (_, text, wanted) => {
    expect(await outcome(text)).toEqual(wanted);
  });

  test("of a rule that is not there fails", async () => {
    expect(await outcome("expect: { alerts: 0 }", "rule: s")).toEqual([
      "failed",
      "PKT6002 t.yaml:21 nothing to test has the name `s` (did you mean `r`?)",
    ]);
  });
});
