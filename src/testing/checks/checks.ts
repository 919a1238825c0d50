/** All check records of the room. */

import type { CheckInfo } from "../../diagnostics";
import { playbookTestInfo } from "./playbook-checks";

const given = (table: string) =>
  `kind: DetectionTest\nrule: r\nnow: 2026-01-15T12:00:00Z\ncases:\n  - name: a case\n    given:\n      SigninLogs: [${table}]\n    expect: { alerts: 0 }\n`;

const badEvent: CheckInfo = {
  code: "PKT6001",
  severity: "error",
  title: "an event that its table can't hold",
  why: "Events are typed by the schema of their table. A misspelt column or a value of another type would make a test of something that never happens.",
  source: "picket",
  avoid: given("{ TimeGenerated: -5m, UserPrincipalNam: ann@contoso.example }"),
  prefer: given("{ TimeGenerated: -5m, UserPrincipalName: ann@contoso.example }"),
  nearMiss: given("{ TimeGenerated: -5m, ResultType: 50126, _ingested: +1m }"),
};

const badTest: CheckInfo = {
  code: "PKT6002",
  severity: "error",
  title: "a test that can't be run",
  why: "The test names a rule, table, file or tenant that does not exist, or expects what its subject does not have. It fails: a test that is not run proves nothing.",
  source: "picket",
  avoid: given("").replace("rule: r", "rule: other"),
  prefer: given(""),
  nearMiss: given("").replace("rule: r", "rule: nrt # of kind NRT"),
};

const notRun: CheckInfo = {
  code: "PKT6003",
  severity: "error",
  title: "a test that needs what picket does not evaluate",
  why: "A feature that can't be run faithfully fails the test by name, so that no test passes because something was unsupported.",
  source: "picket",
  avoid: given("").replace("alerts: 0", "incidents: [{ title: R }]"),
  prefer: given("").replace("alerts: 0", "incidents: 0"),
  nearMiss: given("").replace("alerts: 0", "incidents: []"),
};

const notDeployed: CheckInfo = {
  code: "PKT6004",
  severity: "error",
  title: "a test of what its tenant does not run",
  why: "The tenant lacks a table that the rule reads, or does not enable it: it would never run there, so the case says nothing of it.",
  source: "picket",
  avoid: given("")
    .replace("    expect", "    absent: [SigninLogs]\n    expect")
    .replace(/ +given:\n.*\n/, ""),
  prefer: given(""),
  nearMiss: given("").replace("    expect", "    absent: [AuditLogs]\n    expect"),
};

export const testingInfo = { badEvent, badTest, notRun, notDeployed } as const;
export const testingChecks: readonly CheckInfo[] = [...Object.values(testingInfo), ...Object.values(playbookTestInfo)];
