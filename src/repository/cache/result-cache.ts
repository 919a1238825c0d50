/** Results that still hold: kept with the digests of all that was read for them, and given again while every digest is the same. */

import type { Diagnostic } from "../../diagnostics";
import { ABSENT, digestNow, digestOfBytes, newReads, type Reads } from "../reads";
import { readEntry, writeEntry } from "./entry-files";
import { picketVersion } from "./picket-version";
import { type KeptFindings, keptFindings, toldFindings } from "./told-findings";

export interface Remembering<Result> {
  /** The project's folder. */
  readonly root: string;
  /** What the result answers, apart from the files: the operation, its options, the day. */
  readonly question: readonly string[];
  /** Makes the result, and notes down in `reads` all that it reads. */
  readonly make: (reads: Reads) => Result | Promise<Result>;
  /** False: nothing is read from the cache or kept in it. */
  readonly cache: boolean;
}

interface Entry {
  /** Again in full, so that a name that two questions share is harmless. */
  readonly question: readonly string[];
  readonly digests: readonly (readonly [string, string])[];
  readonly rest: object;
  readonly findings: KeptFindings;
}

/** The kept result where nothing that it was made from has changed, else a new one. It holds plain data, and findings. */
export async function remembered<Result extends { readonly diagnostics: readonly Diagnostic[] }>({
  root,
  question,
  make,
  cache,
}: Remembering<Result>): Promise<Result> {
  if (!cache) return make(newReads());
  const full = [picketVersion(), ...question];
  const name = digestOfBytes(JSON.stringify(question)).replace(/\W/g, "").slice(0, 24);
  const entry = readEntry(root, name) as Entry | undefined;
  if (
    entry &&
    isSame(entry.question, full) &&
    entry.digests.every(([path, digest]) => digestNow(root, path) === digest)
  )
    return { ...entry.rest, diagnostics: toldFindings(entry.findings) } as unknown as Result;
  const reads = newReads();
  const result = await make(reads);
  // Where nothing is there nothing is saved: no folder is left in a place that is no project.
  const digests = [...reads.digests.values()];
  if (digests.length > 0 && digests.every((digest) => digest === ABSENT)) return result;
  const { diagnostics, ...rest } = result;
  const made: Entry = { question: full, digests: [...reads.digests], rest, findings: keptFindings(diagnostics) };
  writeEntry(root, name, made);
  return result;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
