import { describe, expect, test } from "vitest";
import { exampleText, placeOf, sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import { bind } from "../../src/kql/check";
import { runTests, testingChecks } from "../../src/testing";

const HOST = `host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }`;

/** Disables and notes, and asks first where somebody is to be asked. */
const DOCUMENTS = `kind: Group
key: quarantine
displayName: sg-quarantine
---
kind: Watchlist
key: egress
alias: Egress
searchKey: Address
columns: [Address, Owner]
rows: [["192.0.2.1", HQ]]
---
kind: Playbook
key: disable
accept: [unguarded]
reason: a test of what runs, not of whom it spares
definition:
  parameters: { $connections: { type: Object, defaultValue: {} } }
  triggers:
    Microsoft_Sentinel_incident:
      type: ApiConnectionWebhook
      inputs:
        ${HOST}
        body: { callback_url: "@{listCallbackUrl()}" }
        path: /incident-creation
  actions:
    Accounts:
      type: ApiConnection
      inputs:
        ${HOST}
        method: post
        path: /entities/account
        body: "@triggerBody()?['object']?['properties']?['relatedEntities']"
      runAfter: {}
    Known:
      type: Http
      inputs:
        method: POST
        uri: https://api.loganalytics.azure.com/v1/workspaces/@{triggerBody()?['workspaceId']}/query
        body: { query: "_GetWatchlist('Egress') | join kind=inner (SigninLogs | project Address = IPAddress) on Address | count" }
        authentication: { type: ManagedServiceIdentity, audience: "https://api.loganalytics.azure.com" }
      runAfter: { Accounts: [Succeeded] }
    Each:
      type: Foreach
      foreach: "@body('Accounts')?['Accounts']"
      runtimeConfiguration: { concurrency: { repetitions: 1 } }
      actions:
        Disable:
          type: Http
          inputs:
            method: PATCH
            uri: https://graph.microsoft.com/v1.0/users/@{item()?['AadUserId']}
            body: { accountEnabled: false }
            authentication: { type: ManagedServiceIdentity, audience: "https://graph.microsoft.com" }
      runAfter: { Known: [Succeeded] }
    Note:
      type: ApiConnection
      inputs:
        ${HOST}
        method: post
        path: /Incidents/Comment
        body:
          incidentArmId: "@triggerBody()?['object']?['id']"
          message: "@{length(body('Accounts')?['Accounts'])} accounts, @{body('Known')['tables'][0]['rows'][0][0]} known"
      runAfter: { Each: [Succeeded, Failed] }
`;

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

const HEAD = `kind: PlaybookTest
playbook: disable
people:
  nina: { groups: [quarantine], methods: [phone] }
  boss: { upn: boss@contoso.example, roles: [Helpdesk Administrator] }
  gone: { exists: false }
cases:
  - name: a case
    incident: { rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee, entities: { Account: [nina] } }
`;

interface Told {
  readonly outcome: string;
  readonly differences: readonly (readonly [string, unknown, unknown])[];
  readonly diagnostics: readonly string[];
  readonly details: readonly string[];
}

async function told(test: string, documents = `${DOCUMENTS}---\n`): Promise<Told> {
  const read = readDocuments(sourceText("t.yaml", `${documents}${test}`));
  expect(read.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const tests = read.value.filter((each) => each.kind === "PlaybookTest");
  const [result] = await runTests(tests, read.value, {
    now: "2026-01-01T00:00:00Z",
    purpose: "check",
    beside: () => undefined,
    bound: bind,
    elapsedSeconds: () => 0,
  });
  return {
    outcome: result?.outcome ?? "",
    differences: (result?.differences ?? []).map(({ of, expected, actual }) => [of, expected, actual]),
    diagnostics: (result?.diagnostics ?? []).map(
      ({ code, message, at }) => `${code} ${at ? placeOf(at).start.line : 0}: ${message}`,
    ),
    details: result?.details ?? [],
  };
}

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

/** Asks another vendor about each address, and people in Teams whether to go on. */
const ASKING = `kind: Playbook
key: ask
definition:
  parameters: { $connections: { type: Object, defaultValue: {} } }
  triggers:
    Microsoft_Sentinel_incident:
      type: ApiConnectionWebhook
      inputs:
        ${HOST}
        body: { callback_url: "@{listCallbackUrl()}" }
        path: /incident-creation
  actions:
    Each:
      type: Foreach
      foreach: [203.0.113.9, 203.0.113.10]
      runtimeConfiguration: { concurrency: { repetitions: 1 } }
      actions:
        Reputation:
          type: Http
          inputs: { method: GET, uri: "https://ip.example/@{item()}", retryPolicy: { type: none } }
          runAfter: {}
      runAfter: {}
    Ask:
      type: ApiConnectionWebhook
      inputs:
        host: { connection: { name: "@parameters('$connections')['teams']['connectionId']" } }
        body: { notificationUrl: "@{listCallbackUrl()}", body: { messageBody: Go on?, recipient: { to: lead@contoso.example } } }
        path: /flowbot/actions/adaptivecard/recipienttypes/user/$subscriptions
      limit: { timeout: PT1H }
      runAfter: { Each: [Succeeded, Failed] }
    Note:
      type: ApiConnection
      inputs:
        ${HOST}
        method: post
        path: /Incidents/Comment
        body: { incidentArmId: "@triggerBody()?['object']?['id']", message: "@{body('Ask')?['data']?['choice']}, @{actions('Each')?['status']}" }
      runAfter: { Ask: [Succeeded, TimedOut] }
---
`;

describe("stubs", () => {
  const head = HEAD.replace("playbook: disable", "playbook: ask").replace("groups: [quarantine], ", "");
  const answered = "Ask: { body: { data: { choice: Go } }, after: 20m }";
  const asked = (stubs: string, expected: string) =>
    told(`${head}    stubs: { ${stubs} }\n    expect: { comment: { contains: "${expected}" } }\n`, ASKING);

  test.each([
    ["one answer for every call", `Reputation: { body: { score: 90 } }, ${answered}`, "Go, Succeeded"],
    ["answers in order", `reputation: [{}, { statusCode: 404 }], ${answered}`, "Go, Failed"],
    ["an answer that never comes", "Reputation: {}, Ask: []", ", Succeeded"],
    ["an answer that comes too late", `Reputation: {}, ${answered.replace("20m", "2h")}`, ", Succeeded"],
  ])("%s", async (_, stubs, comment) => {
    const result = await asked(stubs, comment);
    expect([result.outcome, result.differences, result.diagnostics]).toEqual(["passed", [], []]);
  });

  test("how long an answer takes is time of the run", async () => {
    const result = await asked(`Reputation: {}, ${answered}`, "Stop");
    expect(result.details[0]).toBe("run of ask: Succeeded after 1200 s");
  });

  test.each([
    [
      "too few answers",
      `Reputation: [{}], ${answered}`,
      "PKT6055: the call of `Reputation`, GET `https://ip.example/203.0.113.10`, has no answer: its 1 stubs are used up",
    ],
    ["an action that is not there", `Reputatoin: {}, ${answered}`, "PKT6050: the playbook has no action `Reputatoin`"],
    [
      "an action that the tenant answers",
      `Note: {}, Reputation: {}, ${answered}`,
      "PKT6057: the tenant in memory answers `Note` itself",
    ],
    ["an action that calls nobody", `Each: {}, Reputation: {}, ${answered}`, "PKT6057: `Each` never calls"],
  ])("%s", async (_, stubs, message) => {
    const result = await asked(stubs, "Go, Succeeded");
    expect([result.outcome, result.diagnostics.map((each) => each.replace(/ \d+:/, ":"))]).toEqual([
      "failed",
      [message],
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

describe("every key wrong once", () => {
  const at = (text: string) => `${DOCUMENTS}---\n${text}`.split("\n").findIndex((line) => line.includes("WRONG")) + 1;
  const right = `${HEAD}    expect: { run: Succeeded }\n`;
  test.each([
    [
      "a tenant",
      right.replace("people:", "tenant: wrong # WRONG\npeople:"),
      "PKT6050",
      "no tenant has the key `wrong`",
    ],
    [
      "a group",
      right.replace("groups: [quarantine], methods: [phone] }", "groups: [wrong] } # WRONG"),
      "PKT6050",
      "no group has the key `wrong`",
    ],
    [
      "a role",
      right.replace("roles: [Helpdesk Administrator] }", "roles: [Wrong] } # WRONG"),
      "PKT6050",
      "no directory role is called `Wrong`",
    ],
    [
      "a role that may be activated",
      right.replace("roles: [Helpdesk Administrator] }", "eligible: [Wrong] } # WRONG"),
      "PKT6050",
      "no directory role is called `Wrong`",
    ],
    [
      "a manager",
      right.replace("{ exists: false }", "{ manager: wrong } # WRONG"),
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "a rule",
      right
        .replace("rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee", "rule: wrong")
        .replace("[nina] } }", "[nina] } } # WRONG"),
      "PKT6050",
      "no analytics rule has the key `wrong`",
    ],
    [
      "an account",
      right.replace("Account: [nina] } }", "Account: [wrong] } } # WRONG"),
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "a type of entity",
      right.replace("Account: [nina] } }", "Wrong: [nina] } } # WRONG"),
      "PKT6050",
      "no entity of type `Wrong` can be given",
    ],
    [
      "an identifier",
      right.replace("Account: [nina] } }", "Account: [{ Wrong: 1 }] } } # WRONG"),
      "PKT6051",
      "an entity of type `Account` with Wrong is not in the contract",
    ],
    ["a table", `${right}    given: { Wrong: [] } # WRONG\n`, "PKT6050", "no table has the name `Wrong`"],
    [
      "a column",
      `${right}    given: { SigninLogs: [{ TimeGenerated: -5m, Wrong: 1 }] } # WRONG\n`,
      "PKT6001",
      "`SigninLogs` has no column `Wrong`",
    ],
    [
      "a file",
      `${right}    given: { SigninLogs: { file: wrong.ndjson } } # WRONG\n`,
      "PKT6050",
      "the file `wrong.ndjson` does not exist beside the test",
    ],
    [
      "a fault of nobody",
      `${right}    faults: { "PATCH /users/{wrong}": [429] } # WRONG\n`,
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "a fault that is no call",
      `${right}    faults: { "/users": [429] } # WRONG\n`,
      "PKT6052",
      "`/users` is no call: expected METHOD /path, such as GET /users/{nina}",
    ],
    [
      "a fault that meets nothing",
      `${right}    faults: { "GET /users": [429] } # WRONG\n`,
      "PKT6054",
      "the playbook never calls `GET /users`",
    ],
    [
      "a call without method",
      `${right}    never: [{ body: {} }] # WRONG\n`,
      "PKT6052",
      "a call has one of patch, post, put and delete, got none",
    ],
    [
      "a call with two",
      `${right}    never: [{ put: "*", post: "*" }] # WRONG\n`,
      "PKT6052",
      "a call has one of patch, post, put and delete, got post and put",
    ],
    [
      "a path",
      `${right}    never: [{ put: users }] # WRONG\n`,
      "PKT6052",
      "`users` is no path: it starts with /, or is * for any",
    ],
    [
      "somebody expected",
      right.replace("run: Succeeded }", "people: { wrong: {} } } # WRONG"),
      "PKT6050",
      "nobody has the key `wrong`",
    ],
    [
      "an undo that is not there",
      right.replace("people:", "undo: true # WRONG\npeople:"),
      "PKT6051",
      "the playbook has no undo",
    ],
    [
      "a trigger of another kind",
      right.replace("    incident:", "    alert:").replace("[nina] } }", "[nina] } } # WRONG"),
      "PKT6051",
      "the case gives alert, expected the incident that its trigger takes",
    ],
  ])("%s", async (_, text, code, message) => {
    expect((await told(text)).diagnostics).toEqual([`${code} ${at(text)}: ${message}`]);
  });
});

describe("the examples of the checks", () => {
  const checks = testingChecks.filter(({ code }) => code >= "PKT6050" && code < "PKT6080");
  test.each(checks.map((each) => [each.code, each] as const))("%s", async (code, { avoid, prefer, nearMiss }) => {
    const [wrong, right] = [await told(exampleText(avoid), ""), await told(exampleText(prefer), "")];
    const alike = await told(exampleText(nearMiss), "");
    expect([wrong.diagnostics.map((each) => each.slice(0, 7)), right.diagnostics, alike.diagnostics]).toEqual([
      [code],
      [],
      [],
    ]);
    expect([right.outcome, alike.outcome]).toEqual(["passed", "passed"]);
  });
});
