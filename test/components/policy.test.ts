/** The policy pack on what programs register, as the embedded monitor sees it. That Pulumi's engine stops a deployment for it is shown in
 *  test/engine. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResourceValidation, ResourceValidationArgs } from "@pulumi/policy";
import { beforeAll, expect, test } from "vitest";
import { policies } from "../../policy/policies";
import { emptyTenantAnswers, type ProgramRun, runProgram } from "../../src/monitor";
import { ruleInputs, target } from "./plans";

const root = join(__dirname, "../..");
const entity = (entityType: string, ...fields: readonly string[]) => ({
  entityMappings: [
    { entityType, fieldMappings: fields.map((identifier, index) => ({ identifier, columnName: `C${index}` })) },
  ],
});
const grouping = (groupingConfiguration: object) => ({
  ...entity("IP", "Address"),
  incidentConfiguration: {
    createIncident: true,
    groupingConfiguration: {
      enabled: true,
      lookbackDuration: "PT5H",
      matchingMethod: "AllEntities",
      reopenClosedIncident: false,
      ...groupingConfiguration,
    },
  },
});

/** For each policy, inputs that break it and no other one. */
const BROKEN: Readonly<Record<string, object>> = {
  PKT5101: { displayName: "long ".repeat(60) },
  PKT5102: { description: "long ".repeat(1001) },
  PKT5103: { query: "\n" },
  PKT5104: { query: "union * | where TimeGenerated > ago(1h)" },
  PKT5105: { queryFrequency: "PT1M" },
  PKT5106: { queryFrequency: "PT2H", queryPeriod: "PT1H" },
  PKT5107: { queryFrequency: "PT15M", queryPeriod: "P2D" },
  PKT5108: { triggerThreshold: 10_001 },
  PKT5109: { suppressionEnabled: true, suppressionDuration: "P2D" },
  PKT5110: entity("Account", "AadUserId", "Name", "UPNSuffix", "Sid"),
  PKT5111: entity("Acount", "AadUserId"),
  PKT5112: entity("Account", "Name", "UpnSuffix"),
  PKT5113: entity("Account", "Name", "Name"),
  PKT5114: entity("Account", "UPNSuffix"),
  PKT5115: entity("Host", "HostName"),
  PKT5116: { customDetails: { Reason: "x".repeat(501) } },
  PKT5117: { customDetails: { NumberOfFailedAttempts: "Failures" } },
  PKT5118: { alertDetailsOverride: { alertDisplayNameFormat: "{{A}} {{B}} {{C}} {{D}}" } },
  PKT5119: { alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: "Owner", value: "UserId" }] } },
  PKT5120: { tactics: ["InitialAcces"] },
  PKT5121: { techniques: ["TA0001"] },
  PKT5122: { techniques: ["T1999"] },
  PKT5123: { tactics: ["Impact"], techniques: ["T1110"] },
  PKT5124: grouping({ lookbackDuration: "P8D" }),
  PKT5125: grouping({ matchingMethod: "Selected" }),
  PKT5126: grouping({ matchingMethod: "Selected", groupByEntities: ["Host"] }),
  PKT5127: { templateVersion: "1.0.0" },
};

let bypass: ProgramRun;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), "picket-")), "rules.json");
  const rules = Object.entries(BROKEN).map(([code, changes]) => [code, { ...ruleInputs, ...changes }] as const);
  writeFileSync(file, JSON.stringify({ sound: ruleInputs, ...Object.fromEntries(rules) }));
  bypass = await runProgram({
    folder: join(root, "test/fixtures/programs/bypass"),
    stack: "dev",
    mode: "update",
    answers: emptyTenantAnswers(target),
    config: { "test:rules": file },
  });
}, 90_000);

/** `name code /path` of each violation. */
function violations({ registrations }: ProgramRun): readonly string[] {
  return registrations.flatMap(({ name, type, inputs }) =>
    policies.flatMap((policy) => {
      const found: string[] = [];
      const validate = policy.validateResource as ResourceValidation;
      validate({ type, props: inputs } as unknown as ResourceValidationArgs, (message) => {
        found.push(`${name} ${policy.name} ${/^\S*(?=: )/.exec(message)?.[0]}`);
      });
      return found;
    }),
  );
}

test("each policy has inputs that break it", () => {
  expect(policies.map(({ name }) => name).sort()).toEqual(Object.keys(BROKEN));
});

test("each rule of a program without the compiler breaks just the policy that it is named after; a sound one breaks none", () => {
  expect(bypass.failure).toBe(undefined);
  // Some of them identify an entity only weakly as well, which is an information.
  const found = violations(bypass).filter((each) => !/ PKT5115 /.test(each) || each.startsWith("PKT5115 "));
  expect([...new Set(found.map((each) => each.split(" ").slice(0, 2).join(" ")))].sort()).toEqual(
    Object.keys(BROKEN).map((code) => `${code} ${code}`),
  );
  expect(found).toContain("PKT5126 PKT5126 /incidentConfiguration/groupingConfiguration/groupByEntities/0");
});

test("what the service refuses stops a deployment; what it takes and ignores is told", () => {
  const levels = new Map(policies.map(({ name, enforcementLevel }) => [name, enforcementLevel]));
  expect([levels.get("PKT5103"), levels.get("PKT5122"), levels.get("PKT5115")]).toEqual([
    "mandatory",
    "advisory",
    "disabled",
  ]);
});

test("picket's own program breaks none that stops it", async () => {
  const config = { "picket:tenant": "sample" };
  const reachable = {
    tenantId: "11111111-1111-4111-8111-111111111111",
    workspace: { subscriptionId: "22222222-2222-4222-8222-222222222222", resourceGroup: "rg-soc", name: "law-soc" },
  };
  const answers = emptyTenantAnswers(reachable);
  const run = await runProgram({ folder: root, stack: "dev", mode: "update", answers, config });
  expect(run.failure).toBe(undefined);
  const mandatory = new Set(policies.flatMap((each) => (each.enforcementLevel === "mandatory" ? [each.name] : [])));
  expect(violations(run).filter((each) => mandatory.has(each.split(" ")[1] ?? ""))).toEqual([]);
}, 90_000);
