/** Plans for the tests of the components, and the run of a program that deploys one. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answers, emptyTenantAnswers, type ProgramOptions, type ProgramRun, runProgram } from "../../src/monitor";
import type { Plan, Resource, Target } from "../../src/plan";

export const workspace = {
  subscriptionId: "33333333-3333-3333-3333-333333333333",
  resourceGroup: "rg-soc",
  name: "law-soc",
};

export const target: Target = {
  tenantId: "11111111-1111-1111-1111-111111111111",
  workspace,
  deploy: true,
  allowEmpty: false,
};

export function planOf(resources: readonly Resource[], changes: Partial<Target> = {}): Plan {
  return {
    version: 1,
    tenant: "contoso",
    target: { ...target, ...changes },
    documents: [],
    resources,
    inactive: [],
    manual: [],
  };
}

export function resource(name: string, parts: Partial<Resource> = {}): Resource {
  return {
    name,
    type: "azure-native:securityinsights:ScheduledAlertRule",
    parent: "detections",
    inputs: ruleInputs,
    dependsOn: [],
    options: {},
    origin: { document: name, path: "rules/a.yaml", line: 1 },
    ...parts,
  };
}

export const place = { resourceGroupName: "rg-soc", workspaceName: "law-soc" };

export const ruleInputs = {
  ...place,
  displayName: "New user from bad source",
  enabled: true,
  kind: "Scheduled",
  query: "SigninLogs\n| take 1",
  queryFrequency: "PT1H",
  queryPeriod: "P1D",
  severity: "Medium",
  suppressionDuration: "PT1H",
  suppressionEnabled: false,
  triggerOperator: "GreaterThan",
  triggerThreshold: 0,
  ruleId: "aaaaaaaa-0000-0000-0000-000000000001",
};

/** What reaches exactly the target. */
export const answers: Answers = emptyTenantAnswers(target);

export function deploy(plan: Plan, options: Partial<ProgramOptions> = {}): Promise<ProgramRun> {
  const file = join(mkdtempSync(join(tmpdir(), "picket-")), "plan.json");
  writeFileSync(file, JSON.stringify(plan));
  return runProgram({
    folder: join(__dirname, "../fixtures/programs/tenant"),
    stack: "dev",
    mode: "update",
    answers,
    ...options,
    config: { "test:plan": file, ...options.config },
  });
}
