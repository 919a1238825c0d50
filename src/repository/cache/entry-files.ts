/** The files of the result cache: written whole, never longer than they may be, believed only with their own digest. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOfBytes } from "../reads";

/** Longest entry that is kept, in bytes. */
const ENTRY_BYTES_MAX = 32 * 1024 * 1024;

/** What all entries may take; the oldest go first. */
const CACHE_BYTES_MAX = 128 * 1024 * 1024;

/** The cache's folder of a project. Beside it stands a file that keeps all of `.picket/` out of git. */
function folderOf(root: string): string {
  return join(root, ".picket", "cache");
}

/** The entry of a name; undefined where there is none, or one that was cut short or changed. */
export function readEntry(root: string, name: string): unknown {
  try {
    const text = readFileSync(join(folderOf(root), `${name}.json`), "utf8");
    const lineEnd = text.indexOf("\n");
    const body = text.slice(lineEnd + 1);
    return text.slice(0, lineEnd) === digestOfBytes(body) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an entry. A folder that can't be written to has no cache: nothing depends on it. */
export function writeEntry(root: string, name: string, entry: unknown): void {
  const body = JSON.stringify(entry);
  if (body.length > ENTRY_BYTES_MAX) return;
  const folder = folderOf(root);
  const path = join(folder, `${name}.json`);
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, ".picket", ".gitignore"), "*\n");
    writeFileSync(unfinished, `${digestOfBytes(body)}\n${body}`);
    renameSync(unfinished, path);
    removeOldest(folder);
  } catch {
    if (existsSync(unfinished)) rmSync(unfinished, { force: true });
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((file) => {
    const path = join(folder, file);
    const { size, mtimeMs } = statSync(path);
    return { path, size, mtimeMs };
  });
  let total = 0;
  for (const { path, size } of files.sort((left, right) => right.mtimeMs - left.mtimeMs)) {
    total += size;
    if (total > CACHE_BYTES_MAX) rmSync(path, { force: true });
  }
}
