/** Playbooks that an alert or an account starts: where they find accounts, addresses and the incident. */

import { expect, test } from "vitest";
import { checkWorkflow } from "../../../src/playbook/check";
import { runWorkflow } from "../../../src/playbook/run";
import { composePlaybook, type StepPlaybook } from "../../../src/playbook/steps";
import { chosen, NINA, playbook, RULE, smallTenant, WORKSPACE } from "./small-tenant";

const INCIDENT = `${WORKSPACE}/providers/Microsoft.SecurityInsights/Incidents/11111111-1111-4111-8111-111111111111`;
const connections = { azuresentinel: { connectionId: "sentinel" } };

const alert = (rule: string) => ({
  WorkspaceSubscriptionId: "s",
  WorkspaceResourceGroup: "rg",
  WorkspaceId: "55555555-5555-4555-8555-555555555555",
  SystemAlertId: "77777777-7777-4777-8777-777777777777",
  AlertType: `5555_${rule}`,
  Entities: JSON.stringify([
    { $id: "3", Name: "nina", UPNSuffix: "contoso.example", AadUserId: NINA, Type: "account" },
    { $id: "4", Address: "203.0.113.9", Type: "ip" },
  ]),
});

const entity = (incident: string | null) => ({
  IncidentArmID: incident,
  Entity: { kind: "Account", properties: { Name: "nina", UPNSuffix: "contoso.example" } },
  Workspace: { WorkspaceId: "55555555-5555-4555-8555-555555555555" },
});

/** What a run does, in order. */
async function happened(book: StepPlaybook, body: object) {
  const [first, ...children] = composePlaybook(book);
  const parameters = { $connections: { value: connections }, ...first?.parameters };
  expect(checkWorkflow({ definition: first?.definition, parameters })).toEqual([]);
  const tenant = smallTenant([{ id: NINA, userPrincipalName: "nina@contoso.example" }]);
  const answer = await runWorkflow({
    definition: first?.definition,
    parameters,
    trigger: { outputs: { body } },
    answer: (call) =>
      call.action === "Get_incident"
        ? { kind: "answer", statusCode: 200, body: { id: INCIDENT, properties: { labels: [] } } }
        : tenant(call),
    children: (id) => children.find((child) => book.workflowId(child.name) === id),
    now: "2026-01-15T12:00:00Z",
  });
  if ("refused" in answer) throw new Error(JSON.stringify(answer.diagnostics));
  return answer.result.calls.flatMap(({ method, uri = "", path }) => {
    if (method === "PATCH") return ["account changed"];
    if (uri.includes("/comments/")) return ["comment"];
    if (uri.includes("/query")) return ["workspace asked"];
    return path === "/Incidents" ? ["tag"] : [];
  });
}

const steps = [chosen("investigate-source"), chosen("disable-user")];

test("an alert: accounts and addresses are in its text, the incident is asked for", async () => {
  const book = playbook(steps, { on: "alert", ruleIds: [RULE] });
  expect(await happened(book, alert(RULE))).toEqual(["workspace asked", "account changed", "tag", "comment", "tag"]);
});

test("an alert of another rule is left to people", async () => {
  const book = playbook(steps, { on: "alert", ruleIds: [RULE] });
  expect(await happened(book, alert("99999999-9999-4999-8999-999999999999"))).not.toContain("account changed");
});

test.each([INCIDENT, null])("an account, with the incident %s", async (incident) => {
  const made = await happened(playbook(steps.slice(1), { on: "entity" }), entity(incident));
  expect([made.includes("account changed"), made.includes("comment")]).toEqual([true, incident !== null]);
});
