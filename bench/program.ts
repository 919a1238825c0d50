/** A thousand rules: picket's whole program, from YAML on, against a plain Pulumi program that has the same resources at hand.
 *  Both run in the embedded monitor with warm caches, so what is compared is the programs, not an engine and not Azure. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyTenantAnswers, type ProgramOptions, type ProgramRun, runProgram } from "../src/monitor";
import { planTenant } from "../src/operations/project";
import { canonicalJson, type Plan } from "../src/plan";
import type { BenchResult } from "./bench";
import { benchRule, benchTenant } from "./thousand-rules";

const RULES = 1000;
const root = join(__dirname, "..");

export async function benchProgram(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "picket-bench-"));
  try {
    const plan = await writeProject(folder);
    const picket = { folder, config: { "picket:tenant": plan.tenant } };
    const plain = { folder: join(__dirname, "plain"), config: { "plain:rules": join(folder, "rules.json") } };
    await measure(plan, picket);
    const measured = { picket: await measure(plan, picket), plain: await measure(plan, plain) };
    return {
      bench: "program",
      sides: { picket: figures(measured.picket), plain: figures(measured.plain) },
      ratios: {
        time: measured.picket.seconds / measured.plain.seconds,
        memory: measured.picket.bytes / measured.plain.bytes,
      },
      goals: { time: 0.1, memory: 0.25 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A project of its own, whose program is picket's. The plain program gets the inputs that the Plan has. */
async function writeProject(folder: string): Promise<Plan> {
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    `name: picket\nmain: ${join(root, "index.ts")}\nruntime: { name: nodejs, options: { tsconfig: tsconfig.pulumi.json } }\n`,
  );
  mkdirSync(join(folder, "rules"));
  mkdirSync(join(folder, "tenants"));
  for (let n = 0; n < RULES; n++) writeFileSync(join(folder, "rules", `rule-${n}.yaml`), benchRule(n));
  writeFileSync(join(folder, "tenants", "bench.yaml"), benchTenant);
  const { plan, diagnostics } = await planTenant({ folder, tenant: "bench", now: new Date().toISOString() });
  if (plan === undefined) throw new Error(`the rules do not compile: ${diagnostics[0]?.message}`);
  writeFileSync(join(folder, "rules.json"), JSON.stringify(plan.resources));
  return plan;
}

interface Measured {
  readonly seconds: number;
  readonly bytes: number;
}

async function measure(plan: Plan, program: Pick<ProgramOptions, "folder" | "config">): Promise<Measured> {
  const start = performance.now();
  const run = await runProgram({
    ...program,
    stack: "bench",
    mode: "update",
    answers: emptyTenantAnswers(plan.target),
    secondsMax: 900,
  });
  const seconds = (performance.now() - start) / 1000;
  expectRules(run, plan);
  if (run.peakMemoryBytes === undefined) throw new Error("peak memory is measured on Linux only");
  return { seconds, bytes: run.peakMemoryBytes };
}

/** Both sides must have done the same work. */
function expectRules(run: ProgramRun, plan: Plan): void {
  const registered = new Map(run.registrations.map(({ name, inputs }) => [name, canonicalJson(inputs)]));
  const missing = plan.resources.filter(({ name, inputs }) => registered.get(name) !== canonicalJson(inputs));
  if (run.failure !== undefined || missing.length > 0) {
    throw new Error(`${run.failure ?? "no failure"}; ${missing.length} rules are not as planned: ${run.stderr}`);
  }
}

function figures({ seconds, bytes }: Measured): Readonly<Record<string, string>> {
  return { time: `${seconds.toFixed(1)} s`, "peak memory": `${Math.round(bytes / 1e6)} MB` };
}
