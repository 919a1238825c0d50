/** Automation rules in a tenant: conditions, actions, stages, and what is taken out. Bodies are held against the published ARM schema. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import { describe, expect, test } from "vitest";
import { compileTenant } from "../../../src/compiler";
import { sourceText } from "../../../src/diagnostics";
import { readDocuments } from "../../../src/documents";
import type { Json, Plan } from "../../../src/plan";

const context = { now: "2026-01-15T12:00:00Z", purpose: "deploy", beside: () => undefined } as const;

const tenant = (more: string) => `kind: Tenant
key: contoso
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg-soc, name: law-soc }
playbooks: { resourceGroup: rg-playbooks, location: westeurope }
breakGlass: { group: 33333333-3333-4333-8333-333333333333 }
${more}
`;

const rule = (key: string, table: string) => `key: ${key}
name: Rule ${key}
severity: Medium
query: ${table} | take 1
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
requiredDataConnectors: [{ connectorId: a, dataTypes: [${table}] }]
`;

const contain = "kind: Playbook\nkey: contain\non: incident\nsteps: [disable-user]\n";

function planOf(automation: string, more = "stage: enforce\ntables: [SigninLogs]") {
  const texts = [tenant(more), rule("here", "SigninLogs"), rule("gone", "AuditLogs"), contain, automation];
  const read = readDocuments(sourceText("all.yaml", texts.join("---\n")));
  expect(read.diagnostics).toEqual([]);
  const [own] = read.value;
  if (own?.kind !== "Tenant") throw new Error("the first document is the tenant");
  return compileTenant(own, read.value, context);
}

const base = (lines: string) => `kind: AutomationRule\nkey: triage\norder: 7\non: incident created\n${lines}\n`;

function ruleIn(plan: Plan | undefined) {
  const inputs = plan?.resources.find(({ name }) => name === "triage")?.inputs;
  const logic = inputs?.triggeringLogic as { readonly isEnabled: boolean; readonly conditions?: readonly Json[] };
  return { inputs, logic, actions: inputs?.actions as readonly { readonly actionType: string }[] | undefined };
}

const WORKSPACE =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-soc/providers/Microsoft.OperationalInsights/workspaces/law-soc";
const idOf = (plan: Plan | undefined, key: string) =>
  `${WORKSPACE}/providers/Microsoft.SecurityInsights/alertRules/${plan?.resources.find(({ name }) => name === key)?.inputs.ruleId}`;
const property = (propertyName: string, operator: string, propertyValues: readonly string[]) => ({
  conditionType: "Property",
  conditionProperties: { propertyName, operator, propertyValues },
});

describe("conditions", () => {
  test("the short form: keys AND, entries OR", () => {
    const { value } = planOf(
      base(
        "when: { rules: [here], severity: [High, Medium], status: [New], tags: [vip], tactics: [Impact] }\nthen: [{ addTask: Look }]",
      ),
    );
    expect(ruleIn(value).logic.conditions).toEqual([
      property("IncidentRelatedAnalyticRuleIds", "Contains", [idOf(value, "here")]),
      property("IncidentSeverity", "Equals", ["High", "Medium"]),
      property("IncidentStatus", "Equals", ["New"]),
      property("IncidentLabel", "Equals", ["vip"]),
      property("IncidentTactics", "Contains", ["Impact"]),
    ]);
  });

  test("changes are an Or of the kinds that ARM has for them", () => {
    const { value } = planOf(
      base("when: { changed: [severity, tags] }\nthen: [{ addTask: Look }]").replace("created", "updated"),
    );
    expect(ruleIn(value).logic.conditions).toEqual([
      {
        conditionType: "Boolean",
        conditionProperties: {
          operator: "Or",
          innerConditions: [
            { conditionType: "PropertyChanged", conditionProperties: { propertyName: "IncidentSeverity" } },
            {
              conditionType: "PropertyArrayChanged",
              conditionProperties: { arrayType: "Labels", changeType: "Added" },
            },
          ],
        },
      },
    ]);
  });

  test("an inactive rule is taken out; when none is left, the automation rule is inactive, never one for all", () => {
    const some = planOf(base("when: { rules: [here, gone] }\nthen: [{ addTask: Look }]"));
    expect(ruleIn(some.value).logic.conditions).toEqual([
      property("IncidentRelatedAnalyticRuleIds", "Contains", [idOf(some.value, "here")]),
    ]);
    const none = planOf(base("when: { rules: [gone] }\nthen: [{ addTask: Look }]"));
    expect(ruleIn(none.value).inputs).toBe(undefined);
    expect(none.value?.inactive.map(({ key, because }) => [key, because])).toEqual([
      ["gone", "no AuditLogs in this tenant"],
      ["triage", "`gone` is inactive: no AuditLogs in this tenant"],
    ]);
  });

  test.each([
    ["Or", ["here", "gone"], "only what is there"],
    ["And", ["here", "gone"], undefined],
    ["Or", ["gone", "gone"], undefined],
  ])("ARM's %s of %j", (operator, keys, left) => {
    const inner = keys.map((key) => property("IncidentRelatedAnalyticRuleIds", "Contains", [key]));
    const conditions = [{ conditionType: "Boolean", conditionProperties: { operator, innerConditions: inner } }];
    const { value } = planOf(base(`conditions: ${JSON.stringify(conditions)}\nthen: [{ addTask: Look }]`));
    expect(ruleIn(value).logic?.conditions).toEqual(
      left && [property("IncidentRelatedAnalyticRuleIds", "Contains", [idOf(value, "here")])],
    );
  });

  test.each([
    [{ conditionType: "Proprety", conditionProperties: {} }, "conditionType"],
    [property("IncidentSeverity", "Like", ["High"]), "operator"],
    [property("IncidentSeverity", "Equals", []), "propertyValues"],
    [property("IncidentRelatedAnalyticRuleIds", "Contains", ["hera"]), "no rule has the key"],
    [{ conditionType: "Boolean", conditionProperties: { operator: "Or", innerConditions: [] } }, "2 to 10"],
    [{ conditionType: "PropertyChanged", conditionProperties: { propertyName: "IncidentTitle" } }, "propertyName"],
    ["High", "expected a condition"],
  ])("%j is refused", (condition, why) => {
    const { value, diagnostics } = planOf(
      base(`conditions: [${JSON.stringify(condition)}]\nthen: [{ addTask: Look }]`),
    );
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect([value, errors.map(({ message }) => message.includes(why))]).toEqual([undefined, [true]]);
  });
});

describe("stage", () => {
  const all = base(
    "then: [{ addTask: Look }, { runPlaybook: contain }, { addTags: [seen] }, { setSeverity: High }, { close: { classification: TruePositive } }]",
  );

  test.each([
    ["enforce", true, ["AddIncidentTask", "RunPlaybook", "ModifyProperties", "ModifyProperties", "ModifyProperties"]],
    ["alert", true, ["AddIncidentTask", "RunPlaybook", "ModifyProperties"]],
    ["observe", false, ["AddIncidentTask", "RunPlaybook", "ModifyProperties"]],
  ])("at %s", (stage, isEnabled, actions) => {
    const { value } = planOf(all, `stage: ${stage}`);
    const { logic, actions: made } = ruleIn(value);
    expect([logic.isEnabled, made?.map(({ actionType }) => actionType)]).toEqual([isEnabled, actions]);
  });

  test("a rule at alert runs no playbook that acts", () => {
    const { value } = planOf(
      base("then: [{ runPlaybook: contain }]"),
      "stage: enforce\noverrides: { triage: { stage: alert } }",
    );
    expect(value?.inactive.map(({ because }) => because)).toEqual([
      "the playbook `contain` acts, and this rule may not let anything act at alert",
    ]);
  });

  test("a rule is inactive where its playbook is", () => {
    const bare = planOf(base("then: [{ runPlaybook: contain }]"), "packs: [core]").value;
    expect(bare?.inactive).toEqual([]);
    const packed = contain.replace("key:", "pack: other\nkey:").replace("contain", "other-contain");
    const { value } = planOf(`${base("then: [{ runPlaybook: other-contain }]")}---\n${packed}`, "packs: [core]");
    expect(value?.inactive.map(({ key }) => key)).toEqual(["triage"]);
  });
});

test("the bodies of all that was compiled here fit the ARM schema", () => {
  const folder = join(__dirname, "../../../../shared/data/arm");
  if (!existsSync(folder)) return;
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const schema = read("Microsoft.SecurityInsights.2024-09-01.json");
  // The published schema refuses every action: the base of the union forbids what its members add.
  delete schema.definitions.AutomationRuleAction.allOf[0].additionalProperties;
  const ajv = new Ajv({ strict: false });
  ajv.addSchema(read("definitions.json"), "https://schema.management.azure.com/schemas/common/definitions.json#");
  ajv.addSchema(schema, "arm");
  const validate = ajv.compile({ $ref: "arm#/definitions/AutomationRuleProperties" });
  const { value } = planOf(
    base(
      "when: { rules: [here], severity: [High] }\nuntil: 2027-06-30\nthen: [{ addTask: { title: Look, description: Now } }, { runPlaybook: contain }, { addTags: [seen] }, { assign: lead@contoso.example }, { close: { classification: FalsePositive, reason: InaccurateData, comment: noise } }]",
    ),
  );
  const { inputs } = ruleIn(value);
  const { resourceGroupName: _, workspaceName: __, automationRuleId: ___, ...body } = inputs ?? {};
  expect(validate(body) ? [] : validate.errors).toEqual([]);
  expect(ruleIn(value).logic).toMatchObject({ expirationTimeUtc: "2027-06-30T23:59:59Z" });
});
