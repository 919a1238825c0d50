/** Check records of tests of playbooks. */

import type { CheckInfo } from "../../diagnostics";

const RIGHT = `kind: Playbook
key: note
definition:
  parameters: { $connections: { type: Object, defaultValue: {} } }
  triggers:
    Microsoft_Sentinel_incident:
      type: ApiConnectionWebhook
      inputs:
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }
        body: { callback_url: "@{listCallbackUrl()}" }
        path: /incident-creation
  actions:
    Note:
      type: ApiConnection
      inputs:
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }
        method: post
        path: /Incidents/Comment
        body: { incidentArmId: "@triggerBody()?['object']?['id']", message: Seen. }
      runAfter: {}
---
kind: PlaybookTest
playbook: note
people: { nina: {} }
cases:
  - name: says that it was seen
    incident: { rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee, entities: { Account: [nina] } }
    faults: { "POST /Incidents/Comment": [429] }
    expect: { run: Succeeded, comment: { contains: [Seen] } }
`;

function wrong(from: string, to: string): string {
  return RIGHT.replace(from, to);
}

const unknownName: CheckInfo = {
  code: "PKT6050",
  severity: "error",
  title: "a playbook test that names what is not there",
  why: "A test of a playbook, tenant, rule, person, role or group that does not exist would prove nothing.",
  source: "picket",
  avoid: wrong("playbook: note", "playbook: nota"),
  prefer: RIGHT,
  nearMiss: wrong("Account: [nina]", "Account: [nina], IP: [203.0.113.9], Host: [web1]"),
};

const wrongStart: CheckInfo = {
  code: "PKT6051",
  severity: "error",
  title: "a case that does not start the playbook",
  why: "A playbook is started by an incident, an alert or an entity, by its trigger. A case gives exactly that one, with what Sentinel would send.",
  source: "https://learn.microsoft.com/azure/sentinel/automation/playbook-triggers-actions, read 2026-11-25",
  avoid: wrong("incident: { rule", "alert: { rule"),
  prefer: RIGHT,
  nearMiss: wrong(
    "incident: { rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee, entities: { Account: [nina] } }",
    "incident: { rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee }",
  ),
};

const badCall: CheckInfo = {
  code: "PKT6052",
  severity: "error",
  title: "a call that can't be made out",
  why: "Faults are keyed by METHOD and path, expected calls have one method each. What is written otherwise would never meet a call.",
  source: "picket",
  avoid: wrong("POST /Incidents/Comment", "/Incidents/Comment"),
  prefer: RIGHT,
  nearMiss: wrong("POST /Incidents/Comment", "post /Incidents/Comment"),
};

const expectsNothing: CheckInfo = {
  code: "PKT6053",
  severity: "error",
  title: "a case of a playbook that expects nothing",
  why: "A case without `expect` and `never` passes whatever the playbook does.",
  source: "picket",
  avoid: wrong("    expect: { run: Succeeded, comment: { contains: [Seen] } }\n", ""),
  prefer: RIGHT,
  nearMiss: wrong("expect: { run: Succeeded, comment: { contains: [Seen] } }", 'never: [{ patch: "*" }]'),
};

const unusedFault: CheckInfo = {
  code: "PKT6054",
  severity: "error",
  title: "a fault that met no call",
  why: "The playbook never made the call, so what the case shows is not how it takes the fault.",
  source: "picket",
  avoid: wrong("POST /Incidents/Comment", "POST /Incidents/Comments"),
  prefer: RIGHT,
  nearMiss: wrong("POST /Incidents/Comment", "POST /incidents/comment"),
};

const notRun: CheckInfo = {
  code: "PKT6055",
  severity: "error",
  title: "a run that meets what the tenant has no answer to",
  why: "The in-memory tenant answers what Microsoft documents, and nothing else. A call, a query or an action beyond that fails the test by name, so that no test passes on a made-up answer.",
  source: "picket",
  avoid: wrong("method: post\n        path: /Incidents/Comment", "method: get\n        path: /Nothing"),
  prefer: RIGHT,
  nearMiss: wrong(
    "      runAfter: {}\n",
    `      runAfter: {}
    Otherwise:
      type: ApiConnection
      inputs:
        host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }
        method: get
        path: /Nothing
      runAfter: { Note: [Failed, TimedOut] }
`,
  ),
};

const secretShown: CheckInfo = {
  code: "PKT6056",
  severity: "error",
  title: "a run that shows a secret",
  why: "A password or a secret of the stack stood in a comment, a task, a tag or a mail of the run. Whoever reads the incident would have it.",
  source: "picket",
  avoid: wrong("message: Seen.", `message: "Seen @{parameters('canary')}."`)
    .replace("$connections: {", "canary: { type: SecureString }, $connections: {")
    .replace("definition:", "parameters: { canary: { secret: canary } }\ndefinition:"),
  prefer: RIGHT,
  nearMiss: wrong("message: Seen.", `message: "Seen @{length(parameters('canary'))}."`)
    .replace("$connections: {", "canary: { type: SecureString }, $connections: {")
    .replace("definition:", "parameters: { canary: { secret: canary } }\ndefinition:"),
};

const OTHER_SERVICE = RIGHT.replace(
  "      runAfter: {}\n---",
  `      runAfter: {}
    Reputation: { type: Http, inputs: { method: GET, uri: "https://ip.example/203.0.113.9" }, runAfter: {} }
---`,
).replace("    expect:", "    stubs: { Reputation: { body: { score: 90 } } }\n    expect:");

const unusedStub: CheckInfo = {
  code: "PKT6057",
  severity: "error",
  title: "a stub that answered no call",
  why: "A stub stands in for what the tenant in memory does not have. Where the action never calls, or the tenant answers it by itself, the case would not show what it seems to.",
  source: "picket",
  avoid: OTHER_SERVICE.replace("{ Reputation:", "{ Note: {}, Reputation:"),
  prefer: OTHER_SERVICE,
  nearMiss: OTHER_SERVICE.replace("Reputation: { body: { score: 90 } }", "reputation: [{ statusCode: 200 }]"),
};

const repeatedStub: CheckInfo = {
  code: "PKT6058",
  severity: "error",
  title: "two stubs of one action",
  why: "Logic Apps tells actions apart by name in any case, so both spellings mean one action, and only one of the two answers would be given. Several answers in order are a list.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language, read 2026-11-23",
  avoid: OTHER_SERVICE.replace("{ Reputation:", "{ reputation: { statusCode: 429 }, Reputation:"),
  prefer: OTHER_SERVICE.replace("{ body: { score: 90 } }", "[{ body: { score: 90 } }]"),
  nearMiss: OTHER_SERVICE.replace("Reputation: {", "reputation: {"),
};

export const playbookTestInfo = {
  unknownName,
  wrongStart,
  badCall,
  expectsNothing,
  unusedFault,
  notRun,
  secretShown,
  unusedStub,
  repeatedStub,
} as const;
