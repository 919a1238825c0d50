/** Calls that nothing in the tenant answers: a case prepares their answers, by action. */

import { expect, test } from "vitest";
import { ON_INCIDENT, SENTINEL_HOST, toldCase } from "./playbook-case";

/** Asks another vendor about each address, and people in Teams whether to go on. */
const ASKING = `kind: Playbook
key: ask
definition:
${ON_INCIDENT}  actions:
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
        ${SENTINEL_HOST}
        method: post
        path: /Incidents/Comment
        body: { incidentArmId: "@triggerBody()?['object']?['id']", message: "@{body('Ask')?['data']?['choice']}, @{actions('Each')?['status']}" }
      runAfter: { Ask: [Succeeded, TimedOut] }
---
`;

const HEAD = `kind: PlaybookTest
playbook: ask
people: { nina: {} }
cases:
  - name: a case
    incident: { rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee, entities: { Account: [nina] } }
`;

const answered = "Ask: { body: { data: { choice: Go } }, after: 20m }";
const asked = (stubs: string, expected: string) =>
  toldCase(`${ASKING}${HEAD}    stubs: { ${stubs} }\n    expect: { comment: { contains: "${expected}" } }\n`);

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
  expect([result.outcome, result.diagnostics.map((each) => each.replace(/ \d+:/, ":"))]).toEqual(["failed", [message]]);
});
