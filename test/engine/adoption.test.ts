/** A workspace of fifty rules that picket takes over: none is made again, and only what differs is written. */

import { expect, test } from "vitest";
import { rule } from "./documents";
import { announcedChanges } from "./journey";
import type { Properties } from "./plugins/values";
import { callsOf } from "./plugins/world/world";
import { newProject, rulesIn, tenantYaml } from "./stack";

const keys = Array.from({ length: 50 }, (_, index) => `rule-${String(index).padStart(2, "0")}`);
const differing = keys.filter((_, index) => index % 5 === 0);

test("fifty rules, ten of them changed in the portal", async () => {
  const files = keys.map((key) => [`rules/${key}.yaml`, rule(key)] as const);
  const project = await newProject(Object.fromEntries(files));
  expect((await project.up()).changes).toEqual({ create: keys });
  // The stack is forgotten: what is left is a workspace that someone has filled.
  expect((await project.pulumi("stack rm --yes --force --preserve-config dev")).exitCode).toBe(0);
  await project.newStack("dev", "contoso");
  const rules = project.arm.all().filter(({ id }) => String(id).includes("/alertRules/"));
  const named = (body: Properties) => String((body.properties as Properties).displayName);
  for (const body of rules.filter((each) => differing.includes(named(each)))) {
    project.arm.put(String(body.id), { ...body, properties: { ...(body.properties as Properties), severity: "Low" } });
  }
  const adopt = rules.map((body) => `${named(body)}: ${String(body.name)}`).join(", ");
  project.write({ "tenants/contoso.yaml": tenantYaml(`adopt: { ${adopt} }\n`) });
  expect(await announcedChanges(project, await project.exportState())).toEqual({ import: keys });

  const before = callsOf(project.world).length;
  const { exitCode, changes, differences } = await project.up();
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { import: keys, update: differing } });
  expect(differing.map((key) => differences[key])).toEqual(differing.map(() => ["severity"]));
  const writes = callsOf(project.world)
    .slice(before)
    .filter(({ method }) => method !== "GET");
  expect(writes.map(({ method, status }) => `${method} ${status}`)).toEqual(differing.map(() => "PUT 200"));
  expect(Object.values(rulesIn(project)).map(({ severity }) => severity)).toEqual(keys.map(() => "Medium"));

  expect((await project.up()).changes).toEqual({});
  project.write({ "tenants/contoso.yaml": tenantYaml() });
  expect((await project.up()).changes).toEqual({});
});
