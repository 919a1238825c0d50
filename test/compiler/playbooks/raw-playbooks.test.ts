/** Raw definitions in a tenant: files beside, the portal's code view, the guard that they call, and stages. */

import { describe, expect, test } from "vitest";
import { type CompiledPlaybook, compileFor, compileTenant } from "../../../src/compiler";
import { sourceText } from "../../../src/diagnostics";
import { readDocuments } from "../../../src/documents";
import { runWorkflow } from "../../../src/playbook/run";
import { type Account, incident, NINA, smallTenant } from "../../playbook/steps/small-tenant";

const GLASS = "33333333-3333-4333-8333-333333333333";

const tenant = (stage: string) => `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }
playbooks: { resourceGroup: rg-playbooks, location: westeurope }
breakGlass: { group: ${GLASS} }
stage: ${stage}
`;

const sentinel = { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } };
const identity = { type: "ManagedServiceIdentity", audience: "https://graph.microsoft.com" };
const user = "first(triggerBody()?['object']?['properties']?['relatedEntities'])?['properties']?['aadUserId']";

const definition = {
  parameters: { $connections: { type: "Object", defaultValue: {} }, picketGuard: { type: "String" } },
  triggers: {
    Incident: {
      type: "ApiConnectionWebhook",
      inputs: { host: sentinel, body: { callback_url: "@{listCallbackUrl()}" }, path: "/incident-creation" },
    },
  },
  actions: {
    Guard: {
      type: "Workflow",
      inputs: {
        host: { workflow: { id: "@parameters('picketGuard')" }, triggerName: "manual" },
        body: { userId: `@${user}` },
      },
    },
    Disable: {
      type: "Http",
      inputs: {
        method: "PATCH",
        uri: `https://graph.microsoft.com/v1.0/users/@{${user}}`,
        body: { accountEnabled: false },
        authentication: identity,
      },
      runAfter: { Guard: ["Succeeded"] },
    },
  },
};

const raw = (content: object | string) =>
  `kind: Playbook\nkey: contain\ndefinition: ${typeof content === "string" ? content : JSON.stringify(content)}\n`;

function compiled(stage: string, text: string, files: Readonly<Record<string, unknown>> = {}) {
  const documents = readDocuments(sourceText("all.yaml", `${tenant(stage)}---\n${text}`)).value;
  const [own, playbook] = documents;
  const beside = (_: string, file: string) => (file in files ? JSON.stringify(files[file]) : undefined);
  const context = { now: "2026-01-15T12:00:00Z", purpose: "deploy", beside } as const;
  if (own?.kind !== "Tenant" || !playbook) throw new Error("a tenant and a playbook");
  const answer = compileFor(playbook, own, documents, context);
  return { plan: compileTenant(own, documents, context), playbook: answer?.value.playbook, answer };
}

async function run(playbook: CompiledPlaybook | undefined, account: Account) {
  const [first, ...children] = playbook?.workflows ?? [];
  const answer = await runWorkflow({
    definition: first?.definition,
    parameters: first?.parameters,
    trigger: { outputs: { body: incident() } },
    answer: smallTenant([account]),
    children: (id) => children.find((child) => child.id === id),
    now: "2026-01-15T12:00:00Z",
  });
  return "result" in answer ? answer.result.calls.filter(({ method }) => method === "PATCH").length : undefined;
}

describe("a raw definition", () => {
  const nina: Account = { id: NINA, userPrincipalName: "nina@contoso.example" };

  test("that calls the guard acts on ordinary accounts and on nobody else", async () => {
    const { playbook, answer } = compiled("enforce", raw(definition));
    expect(answer?.diagnostics).toEqual([]);
    expect(playbook?.workflows.map(({ name, role }) => [name, role])).toEqual([
      ["contain", "orchestrator"],
      ["contain--guard", "child"],
    ]);
    const touched = await Promise.all([
      run(playbook, nina),
      run(playbook, { ...nina, groups: [GLASS] }),
      run(playbook, { ...nina, roles: ["admin"] }),
    ]);
    expect(touched).toEqual([1, 0, 0]);
  });

  test.each(["observe", "alert"])("that writes is not there at %s", (stage) => {
    const { plan } = compiled(stage, `${raw(definition)}---\nkind: Table\nname: A_CL\ncolumns: { A: string }\n`);
    expect(plan.diagnostics.map(({ message }) => message)).toEqual(["the tenant `contoso` gets no resource"]);
  });

  test("that only comments is there at any stage", () => {
    const comment = {
      ...definition,
      parameters: { $connections: definition.parameters.$connections },
      actions: {
        Comment: {
          type: "ApiConnection",
          inputs: {
            host: sentinel,
            method: "post",
            path: "/Incidents/Comment",
            body: { incidentArmId: "@triggerBody()?['object']?['id']", message: "seen" },
          },
        },
      },
    };
    expect(compiled("observe", raw(comment)).plan.value?.documents.map(({ key }) => key)).toEqual(["contain"]);
  });

  const template = { contentVersion: "1.0.0.0", resources: [{ type: "Microsoft.Logic/workflows" }] };
  test.each<[string, object | string, string]>([
    ["beside", "{ file: azuredeploy.json }", "`azuredeploy.json` is an ARM template, not the definition of a workflow"],
    ["inline", template, "this is an ARM template, not the definition of a workflow"],
  ])("is no ARM template: %s", (_, content, message) => {
    const { answer } = compiled("enforce", raw(content), { "azuredeploy.json": template });
    expect(answer?.diagnostics.map((each) => [each.code, each.message])).toEqual([["PKT5502", message]]);
  });

  test("keeps a template's expressions as texts, which is told", () => {
    const texts = ["[parameters('Workspace')]", "[ concat('a', variables('b')) ]", "[resourceGroup().location]"];
    const plain = ["[]", "[1, 2]", "[see (1)", "[[parameters('a')]", "see [f(1)]", "@[f(1)]"];
    const actions = { Keep: { type: "Compose", inputs: [...texts, ...plain] } };
    const { answer } = compiled("enforce", raw({ ...definition, actions }));
    const told = answer?.diagnostics.filter(({ code }) => code === "PKT5502") ?? [];
    expect(told.map(({ severity, message }) => `${severity} ${message}`)).toEqual(
      texts.map((text) => `warning \`${text}\` is an expression of an ARM template and stays a text here`),
    );
  });

  test.each([
    ["an account", "PATCH", "users/1", ["PKT5517"]],
    ["a mailbox", "POST", "users/soc@contoso.example/sendMail", []],
    ["an incident of Defender", "PATCH", "security/incidents/7", []],
    ["an alert of Defender", "PATCH", "security/alerts_v2/7", []],
  ])("needs no guard but for what harms somebody: %s", (_, method, path, codes) => {
    const inputs = { method, uri: `https://graph.microsoft.com/v1.0/${path}`, body: {}, authentication: identity };
    const { answer } = compiled("enforce", raw({ ...definition, actions: { Call: { type: "Http", inputs } } }));
    const found = answer?.diagnostics
      .map(({ code }) => code)
      .filter((code) => code === "PKT5517" || code === "PKT5510");
    expect(found).toEqual(codes);
  });

  test.each([
    ["the definition", definition],
    ["the portal's code view", { definition, parameters: {} }],
  ])("in a file beside, as %s", (_, content) => {
    const { playbook } = compiled("enforce", raw("{ file: contain.json }"), { "contain.json": content });
    expect(playbook?.workflows.map(({ name }) => name)).toEqual(["contain", "contain--guard"]);
  });

  test("has its mistakes where they stand in the file", () => {
    const wrong = { ...definition, actions: { Copy: { type: "Compose", inputs: "@nothing()" } } };
    const { answer } = compiled("enforce", raw("{ file: contain.json }"), { "contain.json": wrong });
    expect(answer?.diagnostics.map(({ code, at }) => [code, at?.source.path])).toEqual([["PKT4002", "contain.json"]]);
  });
});
