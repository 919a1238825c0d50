/** The managed connections that a definition uses, by the key under which `$connections` holds them. */

import { callUses, literalArgument } from "./uses";
import type { Workflow } from "./workflow";

export interface ConnectionUse {
  readonly key: string;
  readonly pointer: string;
}

/** Each key once, where it is first used. Keys that only the run knows are left out: the check of parameters reports them. */
export function connectionUses(workflow: Workflow): readonly ConnectionUse[] {
  const found = new Map<string, ConnectionUse>();
  for (const { use, call } of callUses(workflow)) {
    if (call.name.toLowerCase() !== "parameters" || literalArgument(call)?.toLowerCase() !== "$connections") continue;
    const key = call.accesses[0]?.key;
    if (key?.kind !== "literal" || typeof key.value !== "string" || found.has(key.value)) continue;
    found.set(key.value, { key: key.value, pointer: use.pointer });
  }
  return [...found.values()];
}
