/** What cases of playbooks have in common: a trigger, and what a single case tells. */

import { expect } from "vitest";
import { placeOf } from "../../src/diagnostics";
import { ranTests } from "./ran-tests";

export const SENTINEL_HOST = `host: { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } }`;

/** The head of a definition that an incident starts, up to its actions. */
export const ON_INCIDENT = `  parameters: { $connections: { type: Object, defaultValue: {} } }
  triggers:
    Microsoft_Sentinel_incident:
      type: ApiConnectionWebhook
      inputs:
        ${SENTINEL_HOST}
        body: { callback_url: "@{listCallbackUrl()}" }
        path: /incident-creation
`;

export interface ToldCase {
  readonly outcome: string;
  readonly differences: readonly (readonly [string, unknown, unknown])[];
  /** Code, line and message. */
  readonly diagnostics: readonly string[];
  readonly details: readonly string[];
}

/** The first case of a text of documents. */
export async function toldCase(text: string): Promise<ToldCase> {
  const { wrong, results } = await ranTests(text);
  expect(wrong).toEqual([]);
  const [result] = results;
  return {
    outcome: result?.outcome ?? "",
    differences: (result?.differences ?? []).map(({ of, expected, actual }) => [of, expected, actual]),
    diagnostics: (result?.diagnostics ?? []).map(
      ({ code, message, at }) => `${code} ${at ? placeOf(at).start.line : 0}: ${message}`,
    ),
    details: result?.details ?? [],
  };
}

/** Disables and notes, and asks first where somebody is to be asked. */
export const DISABLING = `kind: Group
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
${ON_INCIDENT}  actions:
    Accounts:
      type: ApiConnection
      inputs:
        ${SENTINEL_HOST}
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
        ${SENTINEL_HOST}
        method: post
        path: /Incidents/Comment
        body:
          incidentArmId: "@triggerBody()?['object']?['id']"
          message: "@{length(body('Accounts')?['Accounts'])} accounts, @{body('Known')['tables'][0]['rows'][0][0]} known"
      runAfter: { Each: [Succeeded, Failed] }
`;

/** A test of it, up to what its only case says further. */
export const DISABLING_CASE = `kind: PlaybookTest
playbook: disable
people:
  nina: { groups: [quarantine], methods: [phone] }
  boss: { upn: boss@contoso.example, roles: [Helpdesk Administrator] }
  gone: { exists: false }
cases:
  - name: a case
    incident: { rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee, entities: { Account: [nina] } }
`;
