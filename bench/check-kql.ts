/** `picket check` of 320 detections, from the start of the process, against Microsoft's parser and binder alone on one thread; and of one. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { standardTable, standardTableNames } from "../src/kql/check";
import { ensuredSnapshot } from "../src/repository";
import type { BenchResult } from "./bench";
import { detectionQuery } from "./detection-queries";

const QUERIES = 320;
const RUNS = 3;
const PICKET = join(__dirname, "..", "bin", "picket.js");

export async function benchCheckKql(): Promise<BenchResult> {
  if ((await ensuredSnapshot()) === undefined) throw new Error("no snapshot of the binder can be made here");
  const folders = [projectOf(QUERIES), projectOf(1)] as const;
  const [many, one] = folders;
  const library = join(many, "queries.json");
  const queries = Array.from({ length: QUERIES }, (_, number) => detectionQuery(number));
  writeFileSync(library, JSON.stringify({ queries, tables: standardTableNames().map(standardTable) }));
  const picket = (folder: string, ...options: readonly string[]) => seconds([PICKET, "check", ...options], { folder });
  const none = { XDG_CACHE_HOME: join(one, "no-cache") };
  try {
    picket(many);
    const sides = {
      picket: () => picket(many, "--no-cache"),
      "nothing changed": () => picket(many),
      "Microsoft's parser and binder": () =>
        seconds([join(__dirname, "kql-library-run.js"), library], { folder: many }),
      "one rule": () => picket(one, "--no-cache"),
      "one rule without the snapshot": () => seconds([PICKET, "check", "--no-cache"], { folder: one, env: none }),
    };
    const least = fastest(sides);
    return resultOf(least);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function resultOf(least: Readonly<Record<string, number>>): BenchResult {
  const of = (side: string) => least[side] ?? Number.NaN;
  const microsoft = of("Microsoft's parser and binder");
  return {
    bench: "check-kql",
    sides: Object.fromEntries(
      Object.entries(least).map(([side, time]) => [side, { "from start to end": `${time.toFixed(2)} s` }]),
    ),
    ratios: {
      cold: of("picket") / microsoft,
      unchanged: of("nothing changed") / microsoft,
      one: of("one rule") / of("one rule without the snapshot"),
    },
    goals: { cold: 0.8, unchanged: 0.1, one: 0.5 },
  };
}

/** The sides take turns, so that what else the machine does meets all alike. */
function fastest(sides: Readonly<Record<string, () => number>>): Readonly<Record<string, number>> {
  const least: Record<string, number> = {};
  for (let run = 0; run < RUNS; run++) {
    for (const [name, measure] of Object.entries(sides)) least[name] = Math.min(least[name] ?? Infinity, measure());
  }
  return least;
}

interface Surroundings {
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** How long a process takes, its start included. */
function seconds(args: readonly string[], { folder, env = {} }: Surroundings): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`a measured process failed: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function projectOf(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "picket-bench-"));
  mkdirSync(join(folder, "rules"));
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, "rules", `detection-${number}.yaml`), ruleOf(number));
  }
  return folder;
}

function ruleOf(number: number): string {
  const query = detectionQuery(number).trimEnd().replaceAll("\n", "\n  ");
  return `key: detection-${number}
name: Detection ${number}
description: One of many
severity: Medium
tactics: [InitialAccess]
queryFrequency: 1h
queryPeriod: 14d
triggerOperator: gt
triggerThreshold: 0
query: |
  ${query}
entityMappings:
  - entityType: Account
    fieldMappings:
      - { identifier: FullName, columnName: Account }
`;
}
