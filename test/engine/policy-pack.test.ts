/** The policy pack in Pulumi's own engine: a program that bypasses the compiler is stopped before anything is created. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleInputs } from "../components/plans";
import { rule } from "./documents";
import { callsOf } from "./plugins/world/world";
import { newProject } from "./stack";

const root = join(__dirname, "../..");
const pack = { args: ["--policy-pack", join(root, "policy")] };

test("a rule that the service would refuse stops the deployment; a weak one is only told", async () => {
  const project = await newProject({});
  const rules = join(project.folder, "rules.json");
  project.write({
    "Pulumi.yaml": `name: picket
main: ${join(root, "test/fixtures/programs/bypass/index.ts")}
runtime: { name: nodejs, options: { tsconfig: ${join(root, "tsconfig.pulumi.json")} } }
`,
    "Pulumi.dev.yaml": `config:\n  test:rules: ${rules}\n  azure-native:subscriptionId: 22222222-2222-4222-8222-222222222222\n`,
  });
  writeFileSync(rules, JSON.stringify({ wrong: { ...ruleInputs, query: "\n" } }));
  const stopped = await project.pulumi("up --yes --skip-preview", pack);
  expect(stopped.exitCode).not.toBe(0);
  expect(stopped.text).toContain("PKT5103");
  expect(stopped.text).toContain("the query is empty");
  expect(callsOf(project.world).filter(({ method }) => method !== "GET")).toEqual([]);

  writeFileSync(rules, JSON.stringify({ weak: { ...ruleInputs, techniques: ["T1999"] } }));
  const told = await project.pulumi("up --yes --skip-preview", pack);
  expect(told.text).toContain("PKT5122");
  expect({ exitCode: told.exitCode, changes: told.changes }).toEqual({ exitCode: 0, changes: { create: ["weak"] } });
});

test("picket's own program passes", async () => {
  const project = await newProject({ "rules/first.yaml": rule("first") });
  const { exitCode, changes, text } = await project.up(pack);
  expect({ exitCode, changes }).toEqual({ exitCode: 0, changes: { create: ["first"] } });
  expect(text).toContain("picket");
  expect(text).not.toContain("PKT5");
});
