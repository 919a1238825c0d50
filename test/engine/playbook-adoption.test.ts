/** A playbook that someone made is taken over with its identity's rights and the rule that runs it; only the connection is made anew, beside the old one. */

import { expect, test } from "vitest";
import { announcedChanges } from "./journey";
import { holders, playbookProject, playbookTenant, principalOf } from "./playbook-project";
import type { Properties } from "./plugins/values";
import { callsOf, objectsOf } from "./plugins/world/world";
import type { Project } from "./stack";

/** It can't be taken over: picket makes one of its own beside it. */
const CONNECTION = "contain--azuresentinel";

/** What another tool called the same things; ids that Azure or Entra gave stay. */
const OTHERWISE: Readonly<Record<string, string>> = {
  contain: "SOC-Contain",
  [CONNECTION]: "azuresentinel-SOC-Contain",
  "contain-first": "dddddddd-0000-4000-8000-000000000001",
  "sentinel--playbooks": "dddddddd-0000-4000-8000-000000000002",
};

/** Ids by the names of resources in the Plan. */
async function idsIn(project: Project): Promise<Readonly<Record<string, string>>> {
  const { deployment } = JSON.parse(await project.exportState()) as {
    deployment: { resources: readonly { urn: string; type: string; id?: string }[] };
  };
  const own = deployment.resources.filter(({ type }) => /^(azure-native|azuread):/.test(type));
  return Object.fromEntries(own.map(({ urn, id = "" }) => [urn.split("::").at(-1) ?? "", id]));
}

function renamed({ arm }: Project, id: string, name: string): string {
  const next = `${id.slice(0, id.lastIndexOf("/"))}/${name}`;
  const body = arm.get(id) as Properties;
  arm.remove(id);
  arm.put(next, { ...body, id: next, name });
  return next;
}

const adoption = (ids: Readonly<Record<string, string>>) =>
  `adopt:\n${Object.entries(ids)
    .map(([name, id]) => `  ${name}: ${id}\n`)
    .join("")}`;
const countOf = ({ arm, world }: Project) => arm.all().length + objectsOf(world, "graph").all().length;

test("all is taken over under the names that it has; what differs is written, and no identity or right is another", async () => {
  const project = await playbookProject();
  expect((await project.up()).exitCode).toBe(0);
  const made = await idsIn(project);
  const names = Object.keys(made).sort();
  const roles = names.filter((name) => /--microsoft-sentinel-/.test(name));
  const others = {
    ...OTHERWISE,
    ...Object.fromEntries(roles.map((name, n) => [name, `eeeeeeee-0000-4000-8000-00000000000${n}`])),
  };
  const ids = Object.fromEntries(
    Object.entries(made).map(([name, id]) => [name, name in others ? renamed(project, id, others[name] ?? "") : id]),
  );
  const workflow = project.arm.get(ids.contain ?? "") as Properties;
  project.arm.put(String(workflow.id), {
    ...workflow,
    properties: { ...(workflow.properties as Properties), state: "Disabled" },
  });
  expect((await project.pulumi("stack rm --yes --force --preserve-config dev")).exitCode).toBe(0);
  await project.newStack("dev", "contoso");
  const adopted = names.filter((name) => name !== CONNECTION);
  const { [CONNECTION]: _, ...adoptedIds } = ids;
  const before = {
    count: countOf(project) + 1,
    holders: holders(project),
    principal: principalOf(project, "SOC-Contain"),
  };
  project.write({ "tenants/contoso.yaml": playbookTenant("westeurope", { more: adoption(adoptedIds) }) });
  expect(await announcedChanges(project, await project.exportState())).toEqual({
    create: [CONNECTION],
    import: adopted,
  });

  const calls = callsOf(project.world).length;
  const { exitCode, changes, errors } = await project.up();
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] });
  // The workflow was turned off, and the automation rule says by what name it goes.
  expect(changes).toEqual({ create: [CONNECTION], import: adopted, update: ["contain", "contain-first"] });
  const writes = callsOf(project.world)
    .slice(calls)
    .filter(({ method }) => method !== "GET");
  expect(writes.map(({ method, status }) => `${method} ${status}`)).toEqual(["PUT 201", "PUT 200", "PUT 200"]);
  expect(await idsIn(project)).toEqual({ ...ids, [CONNECTION]: made[CONNECTION] });
  expect({
    count: countOf(project),
    holders: holders(project),
    principal: principalOf(project, "SOC-Contain"),
  }).toEqual(before);
  expect((await project.up()).changes).toEqual({});
});
