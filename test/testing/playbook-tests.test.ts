import { describe, expect, test } from "vitest";
import { exampleText } from "../../src/diagnostics";
import { testingChecks } from "../../src/testing";
import { DISABLING as DOCUMENTS, DISABLING_CASE as HEAD, toldCase } from "./playbook-case";

const AUTOMATION = `key: r
name: R
severity: Medium
query: SigninLogs
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
---
kind: AutomationRule
key: raise
order: 10
on: incident created
when: { rules: [r], severity: [Medium] }
then: [{ setSeverity: High }, { addTags: [seen] }]
---
kind: AutomationRule
key: contain-raised
order: 20
on: incident created
when: { severity: [High], tags: [seen] }
then: [{ runPlaybook: disable }]
---
kind: AutomationRule
key: over
order: 5
on: incident created
until: 2026-01-01
then: [{ addTags: [late] }]
---
kind: AutomationRule
key: other-account
order: 30
on: incident created
conditions: [{ conditionType: Property, conditionProperties: { propertyName: AccountName, operator: NotEquals, propertyValues: [boss] } }]
then: [{ addTags: [other] }]
---
`;

const told = (test: string, documents = `${DOCUMENTS}---\n`) => toldCase(documents + test);

describe("what a case can say", () => {
  const given = `    given: { SigninLogs: [{ TimeGenerated: -5m, IPAddress: 192.0.2.1 }] }\n`;
  test.each([
    ["the end of the run", "    expect: { run: Succeeded }"],
    [
      "writes in order, people by key",
      `    expect: { writes: [{ patch: "/users/{nina}", body: { accountEnabled: false } }] }`,
    ],
    [
      "the comment, with what the query found",
      `${given}    expect: { comment: { contains: ["1 accounts, 1 known"], lacks: [password] } }`,
    ],
    [
      "people afterwards",
      "    expect: { people: { nina: { enabled: false, revoked: false, risk: none, groups: [quarantine], methods: [phone, password] } } }",
    ],
    ["the comment, by one text", "    expect: { comment: { contains: 1 accounts, lacks: password } }"],
    ["no tags, no tasks, nobody asked", "    expect: { tags: [], tasks: [], asked: [] }"],
    ["what is never tried", `    never: [{ delete: "*" }, { patch: "/users/{boss}" }]`],
    [
      "a fault, then success",
      `    faults: { "PATCH /users/{nina}": [429, 200] }\n    expect: { run: Succeeded, people: { nina: { enabled: false } } }`,
    ],
    [
      "a fault that stays",
      `    faults: { "PATCH /users/{nina}": [404] }\n    expect: { run: Succeeded, writes: [], people: { nina: { enabled: true } } }`,
    ],
    ["a right that was not given", "    without: [User.EnableDisableAccount.All]\n    expect: { writes: [] }"],
    ["two runs", `    repeat: 2\n    expect: { writes: [{ patch: "/users/{nina}" }, { patch: "/users/{nina}" }] }`],
  ])("%s", async (_, rest) => {
    const result = await told(`${HEAD}${rest}\n`);
    expect([result.outcome, result.differences, result.diagnostics]).toEqual(["passed", [], []]);
  });

  test("somebody with a directory role can't be disabled, and somebody who is not there neither", async () => {
    const people = HEAD.replace("Account: [nina]", "Account: [boss, gone]");
    const result = await told(`${people}    expect: { writes: [], people: { boss: { enabled: true } } }\n`);
    expect([result.outcome, result.differences]).toEqual(["passed", []]);
  });
});

describe("what comes out otherwise", () => {
  test.each([
    ["run", "    expect: { run: Failed }", "Failed", "Succeeded"],
    ["writes", `    expect: { writes: [] }`, [], [{ patch: "/users/{nina}", body: { accountEnabled: false } }]],
    ["comment", "    expect: { comment: none }", "none", "1 accounts, 0 known"],
    ["tags", "    expect: { tags: [done] }", ["done"], []],
    [
      "never",
      `    never: [{ patch: "/users/*" }]`,
      { never: { patch: "/users/*" } },
      [{ patch: "/users/{nina}", body: { accountEnabled: false } }],
    ],
    ["people.nina", "    expect: { people: { nina: { enabled: true } } }", { enabled: true }, { enabled: false }],
  ])("%s", async (of, rest, expected, actual) => {
    const result = await told(`${HEAD}${rest}\n`);
    expect([result.outcome, result.differences]).toEqual(["failed", [[of, expected, actual]]]);
  });

  test("the run is shown as a tree", async () => {
    const result = await told(`${HEAD}    faults: { "PATCH /users/{nina}": [403] }\n    expect: { run: Failed }\n`);
    expect(result.details.map((line) => line.replaceAll(/[0-9a-f-]{36}/g, "<id>"))).toEqual([
      "run of disable: Succeeded after 0 s",
      "  Accounts: Succeeded",
      "    POST /entities/account -> 200",
      "  Known: Succeeded",
      "    POST /v1/workspaces/<id>/query -> 200",
      "  Each: Failed (ActionFailed: an action failed, and no action after it handled that)",
      "    Disable: Failed (Forbidden: the call was answered with 403)",
      "      PATCH /users/{nina} -> 403 in pass 1",
      "  Note: Succeeded",
      "    POST /Incidents/Comment -> 200",
    ]);
  });
});

describe("automation rules", () => {
  const documents = `${DOCUMENTS}---\n${AUTOMATION}`;
  const head = HEAD.replace("rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee", "rule: r");

  test("run in order, and see what the ones before changed", async () => {
    const result = await told(`${head}    expect: { automation: [raise, contain-raised, other-account] }\n`, documents);
    expect([result.outcome, result.differences, result.diagnostics]).toEqual(["passed", [], []]);
  });

  test("of another rule do not run", async () => {
    const result = await told(`${HEAD}    expect: { automation: [] }\n`, documents);
    expect(result.differences).toEqual([["automation", [], ["other-account"]]]);
  });

  test("what can't be told fails by name", async () => {
    const both = head.replace("Account: [nina]", "Account: [nina, boss]");
    const result = await told(`${both}    expect: { automation: [raise, contain-raised] }\n`, documents);
    expect(result.diagnostics.map((each) => each.replace(/ \d+:/, ":"))).toEqual([
      "PKT6055: whether `other-account` runs can't be told: `NotEquals` holds for some of `AccountName` and not for others",
    ]);
  });
});

describe("the examples of the checks", () => {
  const checks = testingChecks.filter(({ code }) => code >= "PKT6050" && code < "PKT6080");
  test.each(checks.map((each) => [each.code, each] as const))("%s", async (code, { avoid, prefer, nearMiss }) => {
    const [wrong, right] = [await toldCase(exampleText(avoid)), await toldCase(exampleText(prefer))];
    const alike = await toldCase(exampleText(nearMiss));
    expect([wrong.diagnostics.map((each) => each.slice(0, 7)), right.diagnostics, alike.diagnostics]).toEqual([
      [code],
      [],
      [],
    ]);
    expect([right.outcome, alike.outcome]).toEqual(["passed", "passed"]);
  });
});
