/** Checking files of a project: they may name what stands in others, and only what is wrong in them is told. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { placeOf } from "../../src/diagnostics";
import { checkProject } from "../../src/operations/project";
import { binderHere } from "../../src/repository";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-paths-"));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** `path:line code message (help)` of each finding. */
async function found(folder: string, ...paths: readonly string[]): Promise<readonly string[]> {
  const request = { folder, paths, now: "2026-01-15T12:00:00Z", cache: false, binder: binderHere };
  const { diagnostics } = await checkProject(request);
  return diagnostics.map(({ code, message, help, at }) => {
    const place = at && placeOf(at);
    return `${place?.path}:${place?.start.line} ${code} ${message}${help ? ` (${help})` : ""}`;
  });
}

const rule = (key: string, query: string) =>
  `key: ${key}\nname: ${key}\nseverity: Low\nquery: ${query}\nqueryFrequency: 1h\nqueryPeriod: 1h\ntriggerOperator: gt\ntriggerThreshold: 0\n`;

const FILES = {
  "rules/a.yaml": rule("a-rule", "Failures(1h) | where Missing == 1"),
  "rules/b.yaml": rule("b-rule", "Failures(1h)"),
  "rules/functions.yaml":
    'kind: Function\nkey: failures\nname: Failures\nsignature: "(lookback: timespan)"\nquery: SigninLogs | where TimeGenerated > ago(lookback)\n',
  "rules/automation.yaml":
    "kind: AutomationRule\nkey: tag-b\norder: 1\non: incident created\nwhen: { rules: [b-rule] }\nthen: [{ addTags: [b] }]\n",
  "tenants/contoso.yaml":
    "kind: Tenant\nkey: contoso\ntenantId: 11111111-1111-4111-8111-111111111111\nworkspace: { subscriptionId: 22222222-2222-4222-8222-222222222222, resourceGroup: rg, name: law }\noverrides: { b-rule: { severity: High } }\n",
};

test("a file may name what stands in others; what is wrong in them is not told", async () => {
  const folder = project(FILES);
  for (const path of ["rules/b.yaml", "./rules/automation.yaml", join(folder, "rules/b.yaml"), "tenants"])
    expect([path, await found(folder, path)]).toEqual([path, []]);
  expect(await found(folder, "rules/b.yaml", "rules/a.yaml")).toEqual([
    expect.stringMatching(/^rules\/a\.yaml:4 PKT2\d+ the name `Missing` does not refer/),
  ]);
});

test("a key that another file has is told in the file that is named", async () => {
  const folder = project({ ...FILES, "rules/z.yaml": rule("b-rule", "SigninLogs") });
  expect((await found(folder, "rules/z.yaml")).map((line) => line.slice(0, 32))).toContain(
    "rules/z.yaml:1 PKT5001 the key `",
  );
});

test("files from elsewhere stand by themselves", async () => {
  const folder = project(FILES);
  const other = project({ "b.yaml": rule("b-rule", "SigninLogs") });
  expect(await found(folder, join(other, "b.yaml"))).toEqual([]);
});

test("what stands in a document that can't be read is not missing, and what is no file is not waited for", async () => {
  const folder = project({
    "rules/playbook.yaml": "kind: Playbook\nkey: contain\non: incident\nsteps: [disabel-user]\n",
    "rules/playbook.test.yaml":
      "kind: PlaybookTest\nplaybook: contain\npeople: { nina: {} }\ncases: [{ name: a, incident: { rule: b-rule }, expect: { run: Succeeded } }]\n",
  });
  spawnSync("mkfifo", [join(folder, "rules/pipe.yaml")]);
  expect(await found(folder)).toEqual([
    "rules/pipe.yaml:1 PKT9020 the file can't be read: it is no file",
    "rules/playbook.test.yaml:4 PKT6050 no analytics rule has the key `b-rule`",
    expect.stringMatching(/^rules\/playbook\.yaml:4 PKT1023 .*`disabel-user`/),
  ]);
});

test("one mistake in a document is one finding, whoever names the document", async () => {
  const folder = project({
    "rules/broken.yaml": [
      rule("b-rule", "SigninLogs").replace("severity: Low", "severity: low"),
      "kind: Playbook\nkey: contain\non: incident\nsteps: [disabel-user]\n",
      'kind: Function\nkey: failures\nname: Failures\nsignature: "()"\nquery: 7\n',
      "kind: Group\nkey: quarantine\ndisplayNam: x\n",
    ].join("---\n"),
    "rules/uses.yaml": [
      rule("a-rule", "Failures()"),
      "kind: AutomationRule\nkey: auto\norder: 1\non: incident created\nwhen: { rules: [b-rule] }\nthen: [{ runPlaybook: contain }]\n",
      "kind: ConditionalAccessPolicy\nkey: p\ndisplayName: P\nstate: enabled\nconditions:\n  clientAppTypes: [all]\n  users: { includeUsers: [All], excludeGroups: [quarantine, break-glass, other] }\n  applications: { includeApplications: [All] }\ngrantControls: { operator: OR, builtInControls: [mfa] }\n",
    ].join("---\n"),
    "tenants/contoso.yaml": `${FILES["tenants/contoso.yaml"]}breakGlass: { group: 33333333-3333-4333-8333-333333333333 }\n`,
  });
  const lines = (await found(folder)).map((line) => line.split(" ").slice(0, 2).join(" "));
  expect(lines).toEqual([
    "rules/broken.yaml:3 PKT1024",
    "rules/broken.yaml:13 PKT1023",
    "rules/broken.yaml:19 PKT1023",
    "rules/broken.yaml:23 PKT1021",
    expect.stringMatching(/^rules\/uses\.yaml:\d+ PKT5410$/),
  ]);
  // Where the mistake is not told, what follows from it is.
  expect((await found(folder, "rules/uses.yaml")).join("\n")).toContain("`Failures` does not refer");
});

test("JSON that could be a document is told, what a document names and data are not", async () => {
  const policy = '{ "displayName": "A", "conditions": {}, "grantControls": {} }';
  const folder = project({
    ...FILES,
    "rules/policy.json": policy,
    "rules/deep/export.json": '{ "contentVersion": "1", "resources": [] }',
    "rules/deep/events.json": '[{ "a": 1 }]',
    "rules/workflow.json": '{ "triggers": {}, "actions": {} }',
    "tenants/baseline.json": policy,
    "tenants/other.yaml": `${FILES["tenants/contoso.yaml"].replace("key: contoso", "key: other").replace(/overrides.*/, "")}access: { baseline: baseline.json }\n`,
  });
  expect((await found(folder)).filter((line) => line.includes("PKT9042"))).toEqual([
    "rules/deep/export.json:1 PKT9042 the file is passed over: documents are .yaml files (write the `properties` of each of its rules as a document, or keep the template elsewhere)",
    "rules/policy.json:1 PKT9042 the file is passed over: documents are .yaml files (JSON is YAML: name it .yaml, and give each document its `key`; a list is one document for each entry)",
    "rules/workflow.json:1 PKT9042 the file is passed over: documents are .yaml files (a Playbook takes it: `definition: { file: ... }`)",
  ]);
});

const TESTS = {
  "rules/detection.test.yaml":
    "kind: DetectionTest\nrule: b-rul\nnow: 2026-01-15T12:00:00Z\ncases: [{ name: a, with: { tenant: contos }, expect: { alerts: 0 } }]\n",
  "rules/hunt.test.yaml":
    "kind: DetectionTest\nhunt: b-rule\nnow: 2026-01-15T12:00:00Z\ncases: [{ name: a, expect: { rows: 0 } }]\n",
  "rules/function.test.yaml":
    'kind: DetectionTest\nfunction: "Failure(1h)"\nnow: 2026-01-15T12:00:00Z\ncases: [{ name: a, expect: { rows: 0 } }]\n',
  "rules/playbook.test.yaml":
    "kind: PlaybookTest\nplaybook: contain\ntenant: contoso\npeople: { nina: {} }\ncases:\n  - name: a\n    incident: { rule: b-rul, also: [{ rule: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee }] }\n    stubs: { Ask: {}, Tell: {}, ask: {} }\n    expect: { run: Succeeded }\n",
  "rules/access.test.yaml":
    "kind: AccessTest\ntenant: contos\nalways:\n  - redundant: [some-policy, 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee]\n",
};

test("what a test names has to be there", async () => {
  const folder = project({ ...FILES, ...TESTS });
  expect(await found(folder, ...Object.keys(TESTS))).toEqual([
    "rules/access.test.yaml:2 PKT6002 no tenant has the key `contos` (did you mean `contoso`?)",
    "rules/access.test.yaml:4 PKT6002 no policy has the key `some-policy`",
    "rules/detection.test.yaml:2 PKT6002 no rule has the key `b-rul` (did you mean `b-rule`?)",
    "rules/detection.test.yaml:4 PKT6002 no tenant has the key `contos` (did you mean `contoso`?)",
    "rules/function.test.yaml:2 PKT6002 no function has the name `Failure` (did you mean `Failures`?)",
    "rules/hunt.test.yaml:2 PKT6002 no hunt has the key `b-rule`",
    "rules/playbook.test.yaml:2 PKT6050 no playbook has the key `contain`",
    "rules/playbook.test.yaml:7 PKT6050 no analytics rule has the key `b-rul` (did you mean `b-rule`?)",
    "rules/playbook.test.yaml:8 PKT6058 the action `Ask` has stubs already (several answers of one action are a list: stubs: { Action: [{ ... }, { ... }] })",
  ]);
});
