/** Several stacks of one project: each has its tenant or workspace, and none touches another's. */

import { beforeAll, expect, test } from "vitest";
import { rule } from "./documents";
import { addWorkspace, newProject, type Project, tenantYaml } from "./stack";

let project: Project;

const rulesOf = (workspace: string) =>
  project.arm
    .all()
    .filter(({ id }) => String(id).includes(`/workspaces/${workspace}/`) && String(id).includes("/alertRules/"));
const idsIn = (workspace: string) =>
  rulesOf(workspace)
    .map(({ name }) => name)
    .sort();
const inWorkspace = (name: string) =>
  rulesOf(name)
    .map(({ properties }) => properties as { displayName: string; severity: string })
    .map(({ displayName, severity }) => `${displayName} ${severity}`)
    .sort();

const tenant = (key: string, workspace: string, more = "") =>
  tenantYaml(more).replace("key: contoso", `key: ${key}`).replace("law-soc", workspace);

beforeAll(async () => {
  project = await newProject({
    "rules/first.yaml": rule("first"),
    "rules/second.yaml": rule("second"),
    "rules/hq.yaml": "kind: NamedLocation\nkey: hq\ndisplayName: HQ\ncountriesAndRegions: [BE]\n",
    "tenants/contoso.yaml": tenant("contoso", "law-soc", "planes: [analytics, access]\n"),
    "tenants/contoso-us.yaml": tenant("contoso-us", "law-us", "planes: [analytics]\n"),
  });
  addWorkspace(project, "law-us");
  await project.newStack("us", "contoso-us");
});

test("two workspaces of one tenant are two stacks with the same rules, under the same ids; what belongs to the tenant is one stack's", async () => {
  expect((await project.up()).changes).toEqual({ create: ["first", "hq", "second"] });
  expect((await project.up({ stack: "us" })).changes).toEqual({ create: ["first", "second"] });
  expect([inWorkspace("law-soc"), inWorkspace("law-us")]).toEqual([
    ["first Medium", "second Medium"],
    ["first Medium", "second Medium"],
  ]);
  expect(idsIn("law-us")).toEqual(idsIn("law-soc"));
});

test("what one tenant overrides changes its stack alone", async () => {
  const overrides = "planes: [analytics]\noverrides: { first: { severity: High } }\n";
  project.write({ "tenants/contoso-us.yaml": tenant("contoso-us", "law-us", overrides) });
  expect((await project.up()).changes).toEqual({});
  expect((await project.up({ stack: "us" })).changes).toEqual({ update: ["first"] });
  expect([inWorkspace("law-soc"), inWorkspace("law-us")]).toEqual([
    ["first Medium", "second Medium"],
    ["first High", "second Medium"],
  ]);
});

test("a stack that is destroyed leaves the other's rules", async () => {
  const { exitCode, changes } = await project.pulumi("destroy --yes --skip-preview", { stack: "us" });
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { delete: ["first", "second"] } });
  expect([inWorkspace("law-soc"), inWorkspace("law-us")]).toEqual([["first Medium", "second Medium"], []]);
  expect((await project.up()).changes).toEqual({});
});
