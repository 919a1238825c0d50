/** One measured start of picket on queries: checks a folder and ends; its time is taken from outside. */

import { checkProject } from "../src/operations/project";
import { binderHere, binderPool } from "../src/repository";

async function main(folder: string, how: string): Promise<void> {
  const binder = how === "here" ? binderHere : binderPool;
  const now = "2026-01-15T12:00:00Z";
  const { documents, diagnostics } = await checkProject({ folder, paths: [], now, cache: how === "cache", binder });
  process.stdout.write(JSON.stringify({ documents, findings: diagnostics.length }));
}

main(process.argv[2] ?? ".", process.argv[3] ?? "pool");
