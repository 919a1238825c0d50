/** `picket check` of 200, 2,000 and 5,000 rules: a document must not cost more in a large project, and nothing changed must cost next to nothing. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchResult } from "./bench";
import type { CheckTimes } from "./check-run";
import { benchRule, benchTenant } from "./thousand-rules";

const SIZES = { small: 200, middle: 2000, large: 5000 } as const;
const RUNS = 3;

export async function benchCheck(): Promise<BenchResult> {
  const small = measure(SIZES.small);
  const middle = measure(SIZES.middle);
  const large = measure(SIZES.large);
  return {
    bench: "check",
    sides: {
      [SIZES.small]: figures(SIZES.small, small),
      [SIZES.middle]: figures(SIZES.middle, middle),
      [SIZES.large]: figures(SIZES.large, large),
    },
    ratios: {
      time: large.coldMs / SIZES.large / (small.coldMs / SIZES.small),
      memory: large.bytes / SIZES.large / (small.bytes / SIZES.small),
      warm: middle.warmMs / middle.coldMs,
    },
    goals: { time: 1.3, memory: 1.3, warm: 0.2 },
  };
}

/** The fastest of a few runs, each in a process of its own: what else the machine does only ever adds. */
function measure(rules: number): CheckTimes {
  const folder = newProject(rules);
  const warmUp = newProject(1);
  try {
    const runs = Array.from({ length: RUNS }, () => measureOnce(folder, warmUp));
    const least = (of: (times: CheckTimes) => number) => Math.min(...runs.map(of));
    return {
      coldMs: least(({ coldMs }) => coldMs),
      warmMs: least(({ warmMs }) => warmMs),
      bytes: least(({ bytes }) => bytes),
    };
  } finally {
    for (const each of [folder, warmUp]) rmSync(each, { recursive: true, force: true });
  }
}

function newProject(rules: number): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-bench-"));
  mkdirSync(join(folder, "rules"));
  mkdirSync(join(folder, "tenants"));
  for (let n = 0; n < rules; n++) writeFileSync(join(folder, "rules", `rule-${n}.yaml`), benchRule(n));
  writeFileSync(join(folder, "tenants", "bench.yaml"), benchTenant);
  return folder;
}

function measureOnce(folder: string, warmUp: string): CheckTimes {
  rmSync(join(folder, ".picket"), { recursive: true, force: true });
  const program = join(__dirname, "check-run.ts");
  const output = execFileSync(process.execPath, ["--expose-gc", "-r", "tsx/cjs", program, folder, warmUp], {
    cwd: join(__dirname, ".."),
    encoding: "utf8",
  });
  return JSON.parse(output) as CheckTimes;
}

function figures(rules: number, { coldMs, warmMs, bytes }: CheckTimes): Readonly<Record<string, string>> {
  return {
    cold: `${Math.round(coldMs)} ms`,
    "per document": `${(coldMs / rules).toFixed(2)} ms and ${Math.round(bytes / rules / 1000)} KB`,
    "nothing changed": `${Math.round(warmMs)} ms`,
  };
}
