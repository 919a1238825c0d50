/** Checks a project again whenever its files change, and tells what is new and what is gone. */

import type { Diagnostic } from "../diagnostics";
import { newReads, type Reads, watchFiles } from "../repository";
import { bindHere } from "./bind-here";
import { type Checked, type CheckRequest, readForCheck } from "./check";

export interface WatchedCheck extends Omit<CheckRequest, "now" | "cache" | "binder"> {
  /** The time of each check, ISO 8601. */
  readonly clock: () => string;
  /** Told of the first verdict, and of each that differs from the one before. */
  readonly onVerdict: (verdict: Verdict) => void;
}

export interface Verdict {
  readonly checked: Checked;
  /** Findings that were not there before; at first all. */
  readonly added: readonly Diagnostic[];
  readonly gone: readonly Diagnostic[];
}

/** Starts to watch; the function that is returned ends it. */
export function watchCheck({ clock, onVerdict, ...request }: WatchedCheck): () => void {
  let earlier: Reads["earlier"] = new Map();
  let before: readonly Diagnostic[] | undefined;
  // Kept from one look to the next: only what changed is bound again.
  const bound = bindHere();
  const look = () => {
    const reads = newReads(earlier);
    const checked = readForCheck({ ...request, now: clock() }, reads)(bound);
    earlier = reads.files;
    watching.follow([...reads.digests.keys(), ...reads.folders]);
    const added = without(checked.diagnostics, before ?? []);
    const gone = without(before ?? [], checked.diagnostics);
    const isFirst = before === undefined;
    before = checked.diagnostics;
    if (isFirst || added.length > 0 || gone.length > 0) onVerdict({ checked, added, gone });
  };
  const watching = watchFiles(request.folder, look);
  look();
  return watching.close;
}

/** Findings of `all` that are not among `others`; one that only moved to another line is the same. */
function without(all: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const each of others) counts.set(nameOf(each), (counts.get(nameOf(each)) ?? 0) + 1);
  return all.filter((each) => {
    const count = counts.get(nameOf(each)) ?? 0;
    counts.set(nameOf(each), count - 1);
    return count <= 0;
  });
}

function nameOf({ code, message, at }: Diagnostic): string {
  return [code, at?.source.path, message].join("\n");
}
