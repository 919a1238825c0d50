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
const WARM_UP_CHECKS = 20;

async function main(folder: string, warmUp: string): Promise<void> {
  for (let n = 0; n < WARM_UP_CHECKS; n++) await checkProject({ folder: warmUp, paths: [], now, cache: false });
  const coldMs = await timed(() => checkProject({ folder, paths: [], now }));
  const warmMs = await timed(() => checkProject({ folder, paths: [], now }));
  const before = usedBytes();
  const held = readProject(folder);
  const bytes = usedBytes() - before;
  process.stdout.write(JSON.stringify({ coldMs, warmMs, bytes, documents: held.documents.length }));
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function usedBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const [folder = ".", warmUp = folder] = process.argv.slice(2);
main(folder, warmUp);
