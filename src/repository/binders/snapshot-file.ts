/** The start-up snapshot of the binder: where it lies, which one fits, and which are old. */

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { picketVersion } from "../cache/picket-version";
import { digestOfBytes } from "../reads";

/** V8 reads a snapshot only under the flags that it was made with. The larger young generation halves the time of collecting:
 *  the library makes much and drops most of it. */
export const SNAPSHOT_FLAGS: readonly string[] = ["--max-semi-space-size=64"];

/** Snapshots of other versions that are kept: several checkouts take turns. */
const OTHERS_MAX = 2;

/** The user's folder for what can be made again. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env.XDG_CACHE_HOME || (process.platform === "win32" && env.LOCALAPPDATA) || join(homedir(), ".cache");
  return join(base, "picket");
}

/** The file of this very picket, Node and machine. */
export function snapshotPath(): string {
  const key = digestOfBytes(JSON.stringify([picketVersion(), process.arch, process.platform, SNAPSHOT_FLAGS]));
  return join(cacheFolder(), `binder-${key.replace(/\W/g, "").slice(0, 24)}.blob`);
}

/** The snapshot's path when it is there. */
export function madeSnapshot(): string | undefined {
  const path = snapshotPath();
  return existsSync(path) ? path : undefined;
}

/** Makes the folder, and removes what is oldest in it. */
export function preparedFolder(): string {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder)
    .filter((file) => file.startsWith("binder-"))
    .map((file) => ({
      path: join(folder, file),
      made: statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }));
  for (const { path } of files.sort((left, right) => right.made - left.made).slice(OTHERS_MAX)) {
    rmSync(path, { force: true });
  }
  return folder;
}

/** Without options of the caller's Node: loaders and flags of theirs don't fit a snapshot. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}
