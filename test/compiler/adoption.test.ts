/** What a tenant adopts keeps its id wherever the Plan speaks of it; what Pulumi can't take over is refused. */

import { expect, test } from "vitest";
import { compileTenant } from "../../src/compiler";
import { sourceText } from "../../src/diagnostics";
import { readDocuments } from "../../src/documents";

const SUBSCRIPTION = "/subscriptions/22222222-2222-4222-8222-222222222222";
const SENTINEL = `${SUBSCRIPTION}/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/law-soc/providers/Microsoft.SecurityInsights`;
const PLAYBOOKS = `${SUBSCRIPTION}/resourceGroups/rg-playbooks`;
const GUID = "dddddddd-0000-4000-8000-000000000001";

const rule = `key: first
name: First
severity: Medium
query: SigninLogs | where ResultType == '1'
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
`;
const nrt = `kind: NRT
key: fast
name: Fast
severity: Medium
query: SigninLogs | where ResultType == '1'
`;
const list =
  "kind: Watchlist\nkey: egress\nalias: Egress\nsearchKey: Address\ncolumns: [Address]\nrows: [[192.0.2.1]]\n";
const playbook = "kind: Playbook\nkey: contain\non: incident\nsteps: [add-task: Call]\n";
const automation = `kind: AutomationRule
key: contain-first
order: 1
on: incident created
when: { rules: [first] }
then: [runPlaybook: contain]
`;

function compiled(adopt: Readonly<Record<string, string>>) {
  const lines = Object.entries(adopt).map(([name, id]) => `  ${name}: ${id}\n`);
  const tenant = `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }
playbooks: { resourceGroup: rg-playbooks, location: westeurope }
breakGlass: { group: 33333333-3333-4333-8333-333333333333 }
stage: enforce
adopt:
${lines.join("")}`;
  const { value } = readDocuments(
    sourceText("all.yaml", [tenant, rule, nrt, list, playbook, automation].join("---\n")),
  );
  const [own] = value;
  if (own?.kind !== "Tenant") throw new Error("the first document is the tenant");
  return compileTenant(own, value, {
    now: "2026-01-15T12:00:00Z",
    purpose: "deploy",
    beside: () => undefined,
  });
}

function adopted(adopt: Readonly<Record<string, string>>) {
  const { value, diagnostics } = compiled(adopt);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return (name: string) => {
    const resource = value?.resources.find((each) => each.name === name);
    return { import: resource?.options.import, inputs: resource?.inputs ?? {} };
  };
}

const told = (adopt: Readonly<Record<string, string>>) =>
  compiled(adopt).diagnostics.flatMap(({ code, severity, message }) =>
    severity === "error" ? [`${code} ${message}`] : [],
  );

test("a rule keeps the id that it has, and automation rules name it by that", () => {
  const of = adopted({ first: GUID, "contain-first": `${SENTINEL}/automationRules/${GUID}` });
  expect(of("first")).toMatchObject({ import: `${SENTINEL}/alertRules/${GUID}`, inputs: { ruleId: GUID } });
  const { import: id, inputs } = of("contain-first");
  expect([id, inputs.automationRuleId]).toEqual([`${SENTINEL}/automationRules/${GUID}`, GUID]);
  expect(JSON.stringify(inputs.triggeringLogic)).toContain(`${SENTINEL}/alertRules/${GUID}`);
});

test("a workflow keeps its name, and what runs it says that name", () => {
  const of = adopted({ contain: "SOC-Contain" });
  const id = `${PLAYBOOKS}/providers/Microsoft.Logic/workflows/SOC-Contain`;
  expect(of("contain")).toMatchObject({ import: id, inputs: { workflowName: "SOC-Contain" } });
  expect(JSON.stringify(of("contain-first").inputs.actions)).toContain(id);
});

test("a grant and Sentinel's own right are named by their parts of the Plan", () => {
  const { value } = compiled({ first: GUID });
  const grant = value?.resources.find(({ name }) => name.startsWith("contain--microsoft-sentinel-responder-"));
  const scope = String(grant?.inputs.scope);
  const of = adopted({ [grant?.name ?? ""]: GUID, "sentinel--playbooks": GUID });
  const under = "providers/Microsoft.Authorization/roleAssignments";
  expect(of(grant?.name ?? "")).toMatchObject({
    import: `${scope}/${under}/${GUID}`,
    inputs: { roleAssignmentName: GUID },
  });
  expect(of("sentinel--playbooks").import).toBe(`${PLAYBOOKS}/${under}/${GUID}`);
});

test("what is somewhere else, called otherwise or of a type that can't be imported is refused", () => {
  const elsewhere = `${SUBSCRIPTION}/resourceGroups/rg-other/providers/Microsoft.Logic/workflows/contain`;
  expect(told({ contain: elsewhere })).toEqual([`PKT9040 \`contain\` would not be made at \`${elsewhere}\``]);
  expect(told({ egress: "Ingress" })).toEqual(["PKT9040 `egress` is called `Egress` in Azure, not `Ingress`"]);
  const cannot = (name: string) => `PKT9040 \`${name}\` can't be taken over: azure-native can't import its type`;
  expect(told({ fast: GUID, "contain--azuresentinel": "old" })).toEqual([
    cannot("contain--azuresentinel"),
    cannot("fast"),
  ]);
});

test("a part that the document does not have is told", () => {
  expect(told({ "contain--azuresentinal": "old", "first--part": GUID })).toEqual([
    "PKT5217 `contain` becomes nothing that is called `contain--azuresentinal`",
    "PKT5217 `first` becomes nothing that is called `first--part`",
  ]);
});
