import { describe, expect, test } from "vitest";
import { type Example, exampleText } from "../../src/diagnostics";
import { testingChecks } from "../../src/testing";
import { CSV, results, run } from "./detection-case";

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
