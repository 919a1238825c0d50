/** What was read of a project: each listing and each file with a digest, so that a result can tell whether it still holds. */

import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics";
import type { Document } from "../documents";
import { bytesOf, type Found, findFiles, reasonOf } from "./find-files";

/** What a file gave, kept in memory by who reads the same project again and again. */
export interface ReadFile {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Notes down what is read. */
export interface Reads {
  /** Digests by path, relative to the project. */
  readonly digests: Map<string, string>;
  /** Folders that were looked into, those without documents too. */
  readonly folders: Set<string>;
  /** Files by path and digest. */
  readonly files: Map<string, ReadFile>;
  /** The same of an earlier reading: what did not change is not parsed again. */
  readonly earlier: ReadonlyMap<string, ReadFile>;
  /** Told of each file that was read, with their number so far. */
  readonly onFile?: (count: number) => void;
}

export function newReads(earlier: Reads["earlier"] = new Map()): Reads {
  return { digests: new Map(), folders: new Set(), files: new Map(), earlier };
}

export function digestOfBytes(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("base64");
}

export function digestOfListing({ paths, json, diagnostics }: Found): string {
  const reasons = diagnostics.map(({ message, at }) => [at?.source.path, message]);
  return digestOfBytes(JSON.stringify([paths, json, reasons]));
}

/** The digest that a path has now. */
export function digestNow(root: string, path: string): string {
  const target = resolve(root, path);
  try {
    const stats = statSync(target, { throwIfNoEntry: false });
    if (!stats) return ABSENT;
    return stats.isDirectory() ? digestOfListing(findFiles(root, path)) : digestOfBytes(bytesOf(target));
  } catch (error) {
    return reasonOf(error);
  }
}

/** Stands for the digest of what is not there. */
export const ABSENT = "absent";
