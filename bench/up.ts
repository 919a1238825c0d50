/** Five hundred rules on Pulumi's own engine: picket's stack, from YAML on, against a plain program that has the same resources at hand and
 *  the same aliases taken away. Azure is played by the stand-in of the engine tests, which answers at once; the state is a file, written
 *  once at the end, so that what is compared is the programs. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { planTenant } from "../src/operations/project";
import { newProject, type Project } from "../test/engine/stack";
import type { BenchResult } from "./bench";
import { benchRule, benchTenant } from "./thousand-rules";

const RULES = 500;
const root = join(__dirname, "..");
const OPERATIONS = ["up", "second up", "preview"] as const;
type Seconds = Readonly<Record<(typeof OPERATIONS)[number], number>>;

export async function benchUp(): Promise<BenchResult> {
  const files = Array.from({ length: RULES }, (_, n) => [`rules/rule-${n}.yaml`, benchRule(n)] as const);
  const picket = await newProject({ ...Object.fromEntries(files), "tenants/bench.yaml": benchTenant });
  picket.write({ "Pulumi.dev.yaml": "config:\n  picket:tenant: bench\n" });
  picket.remove("tenants/contoso.yaml");
  const rules = await rulesOf(picket);
  const measured = await measure({
    picket,
    plain: await plainProject(rules, { isStripped: true }),
    "as shipped": await plainProject(rules, { isStripped: false }),
  });
  const ratio = (name: keyof Seconds) => measured.picket[name] / measured.plain[name];
  return {
    bench: "up",
    sides: Object.fromEntries(Object.entries(measured).map(([side, seconds]) => [side, figures(seconds)])),
    ratios: Object.fromEntries(OPERATIONS.map((name) => [name, ratio(name)])),
    goals: Object.fromEntries(OPERATIONS.map((name) => [name, 1.2])),
  };
}

/** The Plan's own resources, for the plain program. */
async function rulesOf({ folder }: Project): Promise<string> {
  const { plan, diagnostics } = await planTenant({ folder, tenant: "bench", now: new Date().toISOString() });
  if (plan === undefined) throw new Error(`the rules do not compile: ${diagnostics[0]?.message}`);
  return JSON.stringify(plan.resources);
}

async function plainProject(rules: string, { isStripped }: { readonly isStripped: boolean }): Promise<Project> {
  const project = await newProject({});
  const file = join(project.folder, "rules.json");
  writeFileSync(file, rules);
  project.write({
    "Pulumi.yaml": `name: picket
main: ${join(root, "bench/plain/index.ts")}
runtime: { name: nodejs, options: { tsconfig: ${join(root, "tsconfig.pulumi.json")} } }
`,
  });
  project.write({
    "Pulumi.dev.yaml": `config:
  plain:rules: ${file}
  plain:stripped: "${isStripped}"
  azure-native:subscriptionId: 22222222-2222-4222-8222-222222222222
`,
  });
  return project;
}

type Side = "picket" | "plain" | "as shipped";

/** Side by side, so that what else the machine does hits all of them; what can be repeated is, and the least time counts. First a preview
 *  that is not measured, so that all that is kept between runs is there. */
async function measure(projects: Readonly<Record<Side, Project>>): Promise<Readonly<Record<Side, Seconds>>> {
  const times: Record<string, number> = {};
  const timeAll = async (name: keyof Seconds, command: string, expected: "create" | "same") => {
    for (const [side, project] of Object.entries(projects)) {
      const key = `${side} ${name}`;
      times[key] = Math.min(times[key] ?? Number.POSITIVE_INFINITY, await timed(project, command, expected));
    }
  };
  for (const project of Object.values(projects)) await timed(project, "preview", "create");
  await timeAll("up", "up --yes --skip-preview", "create");
  for (let round = 0; round < ROUNDS; round++) {
    await timeAll("second up", "up --yes --skip-preview", "same");
    await timeAll("preview", "preview", "same");
  }
  const secondsOf = (side: Side) =>
    Object.fromEntries(OPERATIONS.map((name) => [name, times[`${side} ${name}`]])) as unknown as Seconds;
  return { picket: secondsOf("picket"), plain: secondsOf("plain"), "as shipped": secondsOf("as shipped") };
}

async function timed(project: Project, command: string, expected: "create" | "same"): Promise<number> {
  const start = performance.now();
  const options = { env: { PULUMI_SKIP_CHECKPOINTS: "true" } };
  const { exitCode, changes, unchanged, text } = await project.pulumi(command, options);
  const seconds = (performance.now() - start) / 1000;
  const done = expected === "create" ? (changes.create ?? []).length : unchanged;
  if (exitCode !== 0 || done !== RULES) throw new Error(`\`pulumi ${command}\` did ${done} of ${RULES}: ${text}`);
  return seconds;
}

const ROUNDS = 2;

function figures(seconds: Seconds): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, `${value.toFixed(1)} s`]));
}
