/** Files that documents name: a watchlist's CSV, a workflow's JSON. */

import { readFileSync, statSync } from "node:fs";
import { posix, resolve } from "node:path";
import { digestNow, newReads, type Reads } from "./reads";

/** Longest such file that is read, in bytes: a watchlist's upload is limited to less. */
const BESIDE_BYTES_MAX = 16 * 1024 * 1024;

/** Finds a file by the path of the document that names it and the name it gives. */
export type BesideReader = (documentPath: string, file: string) => string | undefined;

/** Reads from disk; undefined where there is no such file, or none that is text. */
export function besideOnDisk(root: string, reads: Reads = newReads()): BesideReader {
  const known = new Map<string, string | undefined>();
  return (documentPath, file) => {
    const path = posix.join(posix.dirname(documentPath), file);
    if (!known.has(path)) {
      reads.digests.set(path, digestNow(root, path));
      known.set(path, textOf(resolve(root, path)));
    }
    return known.get(path);
  };
}

/** The text of a file that the user names; undefined where there is none that is text. */
export function readTextFile(root: string, path: string): string | undefined {
  return textOf(resolve(root, path));
}

function textOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > BESIDE_BYTES_MAX) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}
