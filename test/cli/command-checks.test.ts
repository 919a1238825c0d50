/** Records whose examples are commands: each runs in a small project, and `avoid` alone has the code. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addCheckCommand } from "../../src/cli/commands/check";
import { addNewCommand } from "../../src/cli/commands/new";
import { addPlanCommand } from "../../src/cli/commands/plan";
import { addProveCommand } from "../../src/cli/commands/prove";
import { addQueryCommand } from "../../src/cli/commands/query";
import { addWhatIfCommand } from "../../src/cli/commands/what-if";
import { type Example, exampleText } from "../../src/diagnostics";
import { operationChecks, planTenant } from "../../src/operations/project";
import { repositoryChecks } from "../../src/repository";

const HQ = "kind: NamedLocation\nkey: hq\ndisplayName: HQ\nipRanges: [{ cidrAddress: 203.0.113.0/24 }]\n";
const POLICY = `kind: ConditionalAccessPolicy
key: outside
displayName: Outside of HQ
state: enabled
conditions:
  clientAppTypes: [all]
  applications: { includeApplications: [All] }
  users: { includeUsers: [All], excludeGroups: [break-glass] }
  locations: { includeLocations: [All], excludeLocations: [hq] }
grantControls: { operator: OR, builtInControls: [mfa] }
`;
const RULE = `key: new-user
name: Sign-in of a new user
severity: Medium
query: SigninLogs | where ResultType == "0"
queryFrequency: 1h
queryPeriod: 1h
triggerOperator: gt
triggerThreshold: 0
`;
const hunt = (key: string) =>
  `kind: HuntingQuery\nkey: ${key}\nname: ${key}\ndescription: d\ntactics: [InitialAccess]\nquery: SigninLogs | where ResultType == "0"\n`;
const SAMPLE = `kind: Tenant
key: sample
tenantId: 11111111-1111-4111-8111-111111111111
workspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }
breakGlass: { group: b9000000-0000-4000-8000-0000000000b9 }
stage: enforce
`;

const FILES: Readonly<Record<string, string>> = {
  "rules/new-user.yaml": RULE,
  "rules/access.yaml": `${POLICY}---\n${HQ}`,
  "rules/hunts.yaml": `${hunt("early")}---\n${hunt("late")}`,
  "tenants/sample.yaml": SAMPLE,
  "tenants/lab.yaml":
    "kind: Tenant\nkey: sample-lab\nextends: sample\ntenantId: 33333333-3333-4333-8333-333333333333\n",
  "events.ndjson": '{"TimeGenerated":"-5m","ResultType":"0"}\n',
  "nothing-deployed.json": '{ "version": 3, "deployment": {} }',
  "no-policies.json": '{ "value": [] }',
  "export.json": JSON.stringify({
    value: [
      {
        id: "9a000000-0000-4000-8000-000000000001",
        displayName: "MFA",
        state: "enabled",
        conditions: {
          clientAppTypes: ["all"],
          applications: { includeApplications: ["All"] },
          users: { includeUsers: ["All"] },
        },
        grantControls: { operator: "OR", builtInControls: ["mfa"] },
      },
    ],
  }),
  "README.md": "# A project\n",
  "exports/policy.json": '{ "displayName": "MFA", "conditions": {}, "grantControls": {} }',
  "events/events.json": '[{ "TimeGenerated": "-5m" }]',
};

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "picket-commands-"));

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, "empty-folder"));
  const { plan } = await planTenant({ folder, tenant: "sample", now: "2026-01-15T12:00:00Z" });
  const base = JSON.stringify(plan);
  writeFileSync(join(folder, "base.json"), base);
  const excluded = /"excludedLocations":\[[^\]]*\]/;
  writeFileSync(
    join(folder, "old.json"),
    base.replace(excluded, '"excludedLocations":["10ca0000-0000-4000-8000-000000000099"]'),
  );
  process.chdir(folder);
}, 60_000);

afterAll(() => {
  process.chdir(home);
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** The codes that a command tells, of a line as a user types it. */
async function codesOf(line: Example): Promise<readonly string[]> {
  const [, ...args] = [
    ...exampleText(line)
      .trim()
      .matchAll(/'([^']*)'|\S+/g),
  ].map(([whole, quoted]) => quoted ?? whole);
  const program = new Command("picket").exitOverride();
  const commands = [addCheckCommand, addNewCommand, addPlanCommand, addProveCommand, addQueryCommand, addWhatIfCommand];
  for (const add of commands) add(program);
  let told = "";
  const write = (text: string | Uint8Array) => {
    told += String(text);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((each) => vi.spyOn(each, "write").mockImplementation(write));
  await program.parseAsync(args, { from: "user" });
  for (const spy of spies) spy.mockRestore();
  return [...told.matchAll(/(?:error|warning)\[(PKT\d{4})\]/g)].map(([, code = ""]) => code);
}

test.each([...operationChecks, ...repositoryChecks])("$code $title", async ({ code, avoid, prefer, nearMiss }) => {
  expect([await codesOf(avoid), await codesOf(prefer), await codesOf(nearMiss)]).toEqual([[code], [], []]);
});
