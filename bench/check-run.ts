/** One measured check of a project in a process of its own; prints its times as JSON. */

import { checkProject } from "../src/operations/project";
import { readProject } from "../src/repository";

export interface CheckTimes {
  /** A check without a kept result. */
  readonly coldMs: number;
  /** The same again, with nothing changed. */
  readonly warmMs: number;
  /** What the project's documents hold in memory. */
  readonly bytes: number;
}

const now = "2026-01-15T12:00:00Z";
/** Checks before the clock starts: the code is compiled by then, and a small project is not measured by that. */
const WARM_UP_CHECKS = 100;

function main(folder: string): void {
  for (let n = 0; n < WARM_UP_CHECKS; n++) checkProject({ folder, paths: ["rules/rule-1.yaml"], now, cache: false });
  const coldMs = timed(() => checkProject({ folder, paths: [], now }));
  const warmMs = timed(() => checkProject({ folder, paths: [], now }));
  const before = usedBytes();
  const held = readProject(folder);
  const bytes = usedBytes() - before;
  process.stdout.write(JSON.stringify({ coldMs, warmMs, bytes, documents: held.documents.length }));
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function usedBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

main(process.argv[2] ?? ".");
