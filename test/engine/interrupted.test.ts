/** The CLI is killed in the middle of two hundred rules: what was made but not recorded is named, adopted, and nothing is lost or doubled. */

import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rule } from "./documents";
import { callsOf, planFaults } from "./plugins/world/world";
import { newProject, type Project, rulesIn, tenantYaml } from "./stack";

const keys = Array.from({ length: 200 }, (_, index) => `rule-${String(index).padStart(3, "0")}`);
const KILLED_AFTER = 60;
let project: Project;

/** Not while the state is written: a file backend leaves an empty `.attrs` beside it then, over which the next `pulumi` stumbles. */
async function haltBetweenWrites(cli: ChildProcess): Promise<void> {
  const state = join(project.folder, ".state/.pulumi/stacks/picket/dev.json");
  for (;;) {
    cli.kill("SIGSTOP");
    await pause(20);
    if ([state, `${state}.attrs`].every(isWhole)) return;
    cli.kill("SIGCONT");
    await pause(20);
  }
}

function isWhole(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}

async function recorded(): Promise<readonly string[]> {
  const { deployment } = JSON.parse(await project.exportState()) as {
    deployment: { resources: readonly { urn: string; type: string }[] };
  };
  const rules = deployment.resources.filter(({ type }) => type.startsWith("azure-native:"));
  return rules.map(({ urn }) => urn.split("::").at(-1) ?? "").sort();
}

const created = () => Object.keys(rulesIn(project));

test("the CLI is killed", async () => {
  const files = keys.map((key) => [`rules/${key}.yaml`, rule(key)] as const);
  project = await newProject(Object.fromEntries(files));
  planFaults(project.world, { latencyMs: 40 });
  const { exitCode } = await project.up({
    whileRunning: async (cli) => {
      while (callsOf(project.world).filter(({ status }) => status === 201).length < KILLED_AFTER) await pause(50);
      await haltBetweenWrites(cli);
      cli.kill("SIGKILL");
    },
  });
  expect(exitCode).not.toBe(0);
  expect(created().length).toBeLessThan(keys.length);
});

test("the stack is locked until `pulumi cancel`", async () => {
  await pause(500);
  const locked = await project.up();
  expect(locked.exitCode).not.toBe(0);
  expect(locked.text).toContain("pulumi cancel");
  expect((await project.pulumi("cancel --yes")).exitCode).toBe(0);
});

test("up names what exists unrecorded; adopted, the next up makes the rest", async () => {
  planFaults(project.world, {});
  const known = await recorded();
  const unrecorded = created().filter((key) => !known.includes(key));
  expect(unrecorded.length).toBeGreaterThan(0);

  const named = await project.up();
  expect(named.exitCode).not.toBe(0);
  for (const key of unrecorded) expect(named.text).toMatch(new RegExp(`::${key}, interrupted while creating`));
  expect(named.errors.join("\n")).toContain("cannot create already existing resource");

  const ids = project.arm.all().filter(({ id }) => String(id).includes("/alertRules/"));
  const idOf = (key: string) =>
    ids.find(({ properties }) => (properties as { displayName: string }).displayName === key)?.name;
  const adopt = unrecorded.map((key) => `${key}: ${String(idOf(key))}`).join(", ");
  project.write({ "tenants/contoso.yaml": tenantYaml(`adopt: { ${adopt} }\n`) });
  const { exitCode, changes } = await project.up();
  expect(exitCode).toBe(0);
  expect(changes.import).toEqual(unrecorded);
  expect(created()).toEqual(keys);
  expect(await recorded()).toEqual(keys);
  expect(callsOf(project.world).filter(({ status }) => status === 201)).toHaveLength(keys.length);
});

test("then nothing is left to do, and a refresh forgets the interruption", async () => {
  const reminded = await project.pulumi("refresh --yes --skip-preview --clear-pending-creates");
  expect(reminded.exitCode).toBe(0);
  const { exitCode, changes, warnings } = await project.up();
  expect({ exitCode, changes, warnings }).toEqual({ exitCode: 0, changes: {}, warnings: [] });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds));
}
