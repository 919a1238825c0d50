/** A secret is encrypted wherever Pulumi and picket write, also when something fails: a canary is searched for in all of it. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { place, planOf, resource } from "../components/plans";
import { planFaults } from "./plugins/world/world";
import { newProject, type Project, subscriptionId, tenantId } from "./stack";

const root = join(__dirname, "../..");
const CANARY = "canary-7c1d9f42";
const CLIENT_SECRET = "canary-b05e8a6d";

const target = { tenantId, workspace: { subscriptionId, resourceGroup: "rg-soc", name: "law-soc" } };
const list = { ...place, watchlistAlias: "Feed", displayName: "Feed", provider: "picket", itemsSearchKey: "Url" };
const item = (token: string) => ({
  ...place,
  watchlistAlias: "Feed",
  watchlistItemId: "bbbbbbbb-0000-4000-8000-000000000001",
  itemsKeyValue: { Url: "https://feed.example", Token: { "picket:secret": token } },
});

let project: Project;
let told = "";

/** A Plan that gives a secret to a row of a list. */
function writePlan(token: string): void {
  const resources = [
    resource("list", { type: "azure-native:securityinsights:Watchlist", inputs: list }),
    resource("row", { type: "azure-native:securityinsights:WatchlistItem", inputs: item(token), dependsOn: ["list"] }),
  ];
  writeFileSync(join(project.folder, "plan.json"), JSON.stringify(planOf(resources, target)));
}

async function run(command: string, args: readonly string[] = []) {
  const result = await project.pulumi(command, { args });
  told += result.text + JSON.stringify([result.errors, result.warnings]);
  return result;
}

beforeAll(async () => {
  project = await newProject({});
  project.write({
    "Pulumi.yaml": `name: picket
main: ${join(root, "test/fixtures/programs/tenant/index.ts")}
runtime: { name: nodejs, options: { tsconfig: ${join(root, "tsconfig.pulumi.json")} } }
`,
  });
  writePlan("feed-token");
  await run("config set test:plan", [join(project.folder, "plan.json")]);
  await run("config set --secret picket:feed-token", [CANARY]);
  await run("config set --secret azure-native:clientSecret", [CLIENT_SECRET]);
});

test("it arrives in Azure", async () => {
  const { exitCode, changes } = await run("up --yes --skip-preview --diff --show-config");
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { create: ["list", "row"] } });
  expect(JSON.stringify(project.arm.all())).toContain(CANARY);
});

test("a failing call, a failing program and a refused Plan are told without it", async () => {
  await run("config set --secret picket:feed-token", [`${CANARY}-2`]);
  planFaults(project.world, {
    faults: [{ method: "PUT", id: "watchlistItems", status: 400, code: "BadRequest", message: "not today" }],
  });
  expect((await run("up --yes --skip-preview --diff")).errors.join("\n")).toContain("not today");
  planFaults(project.world, {});
  writePlan("other-token");
  expect((await run("up --yes --skip-preview")).errors.join("\n")).toContain(
    "the secret `picket:other-token` is not set",
  );
  writePlan("feed-token");
  expect((await run("preview --diff")).changes).toEqual({ update: ["row"] });
  expect((await run("up --yes --refresh --diff")).exitCode).toBe(0);
});

test("it stands nowhere in the clear: not in the state, the stack's file, the Plan, the event logs or what was printed", async () => {
  told += await project.exportState();
  told += (await run("stack output --json --stack dev")).text;
  expect(told.length).toBeGreaterThan(1000);
  expect([told.includes(CANARY), told.includes(CLIENT_SECRET)]).toEqual([false, false]);
  const files = readdirSync(project.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(project.world.folder));
  expect(files.length).toBeGreaterThan(5);
  const holders = files.filter((file) => /canary-(7c1d9f42|b05e8a6d)/.test(readFileSync(file, "utf8")));
  expect(holders).toEqual([]);
});
