/** Makes the start-up snapshot of the binder: the sources in one file, run and warmed up, then frozen by Node. */

import { spawn } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root";
import { startBinder } from "./binder-process";
import { madeSnapshot, ownEnvironment, preparedFolder, SNAPSHOT_FLAGS, snapshotPath } from "./snapshot-file";

const PROGRAM = "src/repository/binders/binder-program.ts";

/** Making it takes some seconds; one that takes longer than this has got stuck. */
const SECONDS_MAX = 60;

/** The path of the snapshot, made where there is none yet; undefined where none can be made: nothing depends on it. */
export async function ensuredSnapshot(): Promise<string | undefined> {
  const made = madeSnapshot();
  if (made !== undefined) return made;
  const path = snapshotPath();
  const unfinished = `${path}.${process.pid}`;
  const bundle = `${unfinished}.cjs`;
  try {
    preparedFolder();
    // It comes with its own program of some megabytes, which nothing but this needs.
    const { build } = await import("esbuild");
    await build({
      entryPoints: [join(packageRoot(), PROGRAM)],
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      logLevel: "silent",
    });
    const isMade = await isRun([...SNAPSHOT_FLAGS, "--snapshot-blob", unfinished, "--build-snapshot", bundle]);
    if (!isMade || !(await answers(unfinished))) return undefined;
    renameSync(unfinished, path);
    return path;
  } catch {
    return undefined;
  } finally {
    for (const file of [unfinished, bundle]) rmSync(file, { force: true });
  }
}

/** Whether a process starts from it: what can be frozen can't always be thawed. */
async function answers(snapshot: string): Promise<boolean> {
  const binder = startBinder(snapshot);
  const answer = await binder.ask({ text: "print 1" });
  binder.end();
  return answer !== undefined;
}

function isRun(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: "ignore",
      env: ownEnvironment(),
      timeout: SECONDS_MAX * 1000,
    });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}
