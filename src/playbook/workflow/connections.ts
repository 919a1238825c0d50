/** The managed connections that a definition uses, by the key under which `$connections` holds them. */

import { parsedTemplate } from "../expressions/evaluate";
import { expressionsOf } from "../expressions/template";
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

/** The key in `@parameters('$connections')['key']['connectionId']`. */
export function connectionKey(name: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  const [expression] = expressionsOf(parsedTemplate(name));
  if (expression?.kind !== "call" || literalArgument(expression)?.toLowerCase() !== "$connections") return undefined;
  const key = expression.accesses[0]?.key;
  return key?.kind === "literal" && typeof key.value === "string" ? key.value : undefined;
}
