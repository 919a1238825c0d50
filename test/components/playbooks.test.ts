/** Playbooks and automation rules from their documents to what the program registers, as the embedded monitor sees it. What it does not
 *  prove: that Azure accepts the workflows, and how long new rights take to show. */

import { describe, expect, test } from "vitest";
import { compileTenant } from "../../src/compiler";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";
import type { ProgramRun } from "../../src/monitor";
import type { Plan } from "../../src/plan";
import { deploy, target, workspace } from "./plans";

const CANARY = "canary-5f2c";

const tenant = `kind: Tenant
key: contoso
tenantId: ${target.tenantId}
workspace: { subscriptionId: ${workspace.subscriptionId}, resourceGroup: rg-soc, name: law-soc }
playbooks: { resourceGroup: rg-playbooks, location: westeurope }
breakGlass: { group: 33333333-3333-4333-8333-333333333333 }
stage: enforce
`;

const contain = `kind: Playbook
key: contain
on: incident
steps: [disable-user]
---
kind: AutomationRule
key: run-contain
order: 1
on: incident created
then: [{ runPlaybook: contain }]
`;

const connector = { connection: { name: "@parameters('$connections')['office365']['connectionId']" } };
const definition = {
  parameters: { $connections: { type: "Object", defaultValue: {} }, token: { type: "SecureString" } },
  triggers: { manual: { type: "Request", kind: "Http", inputs: {} } },
  actions: {
    Tell: {
      type: "ApiConnection",
      inputs: { host: connector, method: "post", path: "/v2/Mail", body: { Subject: "seen" } },
    },
    Ask: {
      type: "Http",
      inputs: {
        method: "GET",
        uri: "https://feed.example/list",
        authentication: { type: "Raw", value: "@parameters('token')" },
      },
    },
  },
};

const raw = `kind: Playbook
key: tell
definition: ${JSON.stringify(definition)}
parameters: { token: { secret: feed-token } }
`;

function planOf(...texts: readonly string[]): Plan {
  const documents = readDocuments(sourceText("all.yaml", [tenant, ...texts].join("---\n"))).value;
  const [own] = documents;
  const context = { now: "2026-01-15T12:00:00Z", purpose: "deploy", beside: () => undefined } as const;
  const compiled = own?.kind === "Tenant" ? compileTenant(own, documents, context) : undefined;
  if (!compiled?.value) throw new Error(JSON.stringify(compiled?.diagnostics.map(({ message }) => message)));
  return compiled.value;
}

const PREFIX = "urn:pulumi:dev::picket::picket:index:Tenant$picket:index:";

/** Custom resources below the tenant, without the part that all share. */
function registered({ registrations }: ProgramRun) {
  return registrations
    .filter(({ urn, custom }) => custom && urn.startsWith(PREFIX))
    .map(({ urn, inputs, options }) => ({ urn: urn.slice(PREFIX.length), inputs, options }));
}

const GRANT = "azure-native:authorization:RoleAssignment";
const APP_GRANT = "azuread:index/appRoleAssignment:AppRoleAssignment";

const plan = planOf(contain, raw);
/** One run for all: each takes seconds. */
const running = deploy(plan, { secrets: { "picket:feed-token": CANARY } });

describe("a playbook of steps and the rule that runs it", () => {
  test("gets exactly these resources, the rule after all rights", async () => {
    const run = await running;
    expect(run.failure).toBe(undefined);
    const urns = registered(run).map(({ urn }) => urn);
    const child = "Playbook$azure-native:logic:Workflow::contain--disable-user";
    const grants = (name: string, ...rights: readonly string[]) => rights.map((right) => `${name}--${right}`);
    expect([...urns].sort()).toEqual(
      [
        "Playbook$azure-native:logic:Workflow::contain",
        child,
        "Playbook$azure-native:resources:Resource::contain--azuresentinel",
        ...grants("contain", "groupmember-read-all", "rolemanagement-read-directory", "user-read-all").map(
          (name) => `Playbook$${APP_GRANT}::${name}`,
        ),
        ...grants(
          "contain--disable-user",
          "groupmember-read-all",
          "rolemanagement-read-directory",
          "user-enabledisableaccount-all",
          "user-read-all",
        ).map((name) => `Playbook$${APP_GRANT}::${name}`),
        ...plan.resources
          .filter(({ type, parent }) => type === GRANT && parent !== "response")
          .map(({ name }) => `Playbook$${GRANT}::${name}`),
        "Playbook$azure-native:logic:Workflow::tell",
        "Playbook$azure-native:resources:Resource::tell--office365",
        `Response$${GRANT}::sentinel--playbooks`,
        "Response$azure-native:securityinsights:AutomationRule::run-contain",
      ].sort(),
    );
    expect(urns.at(-1)).toBe("Response$azure-native:securityinsights:AutomationRule::run-contain");
  });

  test("the connection uses the workflow's identity, the child is closed to all but workflows", async () => {
    const all = registered(await running);
    const inputs = (name: string) => all.find(({ urn }) => urn.endsWith(`::${name}`))?.inputs;
    expect(inputs("contain--azuresentinel")).toMatchObject({
      kind: "V1",
      properties: {
        parameterValueType: "Alternative",
        api: {
          id: `/subscriptions/${workspace.subscriptionId}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`,
        },
      },
    });
    expect(inputs("contain--disable-user")).toMatchObject({
      accessControl: { triggers: { allowedCallerIpAddresses: [] } },
      identity: { type: "SystemAssigned" },
      resourceGroupName: "rg-playbooks",
    });
    expect(inputs("contain--disable-user--user-enabledisableaccount-all")).toEqual({
      appRoleId: "3011c876-62b7-4ada-afa2-506cbbecc68c",
      principalObjectId: "identity of contain--disable-user",
      resourceObjectId: "service principal of 00000003-0000-0000-c000-000000000000",
    });
    expect(inputs("run-contain")).toMatchObject({
      triggeringLogic: { isEnabled: true, triggersOn: "Incidents", triggersWhen: "Created" },
      actions: [
        {
          order: 1,
          actionType: "RunPlaybook",
          actionConfiguration: {
            logicAppResourceId: `/subscriptions/${workspace.subscriptionId}/resourceGroups/rg-playbooks/providers/Microsoft.Logic/workflows/contain`,
            tenantId: target.tenantId,
          },
        },
      ],
    });
  });
});

describe("a raw definition with a secret and a connector that needs consent", () => {
  test("the secret's value shows in no part of Plan or run but under its mark", async () => {
    const run = await running;
    expect(JSON.stringify(plan)).not.toContain(CANARY);
    const marked = JSON.stringify(run).split(`{"pulumi:secret":"${CANARY}"}`);
    expect([marked.length > 1, marked.join("").includes(CANARY)]).toEqual([true, false]);
  });

  test("the consent is a manual step, and no grant is made", () => {
    expect(plan.manual.map(({ title }) => title)).toEqual(["authorize the connection `tell--office365`"]);
    const own = plan.resources.filter(({ origin }) => origin.document === "tell");
    expect(own.map(({ name }) => name)).toEqual(["tell", "tell--office365"]);
  });
});
