/** What automation rules have to know of the other documents of a tenant: which are there, and what starts the playbooks. */

import type { Document } from "../documents";
import type { Compiled } from "./frame";
import { compilerOf } from "./kinds/kinds";
import type { PlaybookTrigger } from "./playbooks/compiled-playbook";
import type { ResolvedTenant } from "./tenants/resolved-tenant";
import { ownsPlane } from "./tenants/taken";

export interface Peers {
  /** Why a rule or playbook is not in the tenant, by key; one that is there has no entry. */
  readonly inactive: ReadonlyMap<string, string>;
  readonly playbooks: ReadonlyMap<string, PeerPlaybook>;
}

export interface PeerPlaybook {
  /** Undefined where the playbook could not be compiled, or is not taken. */
  readonly trigger: PlaybookTrigger | undefined;
  /** Whether it writes more than the comment. */
  readonly isActing: boolean;
  /** Names of its resources: a rule that runs it waits for its rights as well. */
  readonly resources: readonly string[];
}

interface Known {
  readonly compiled: Compiled;
  readonly because: string | undefined;
}

/** `compiled` by key of document. */
export function peersOf(
  documents: readonly Document[],
  compiled: ReadonlyMap<string, Known>,
  tenant: ResolvedTenant | undefined,
): Peers {
  const inactive = new Map<string, string>();
  const playbooks = new Map<string, PeerPlaybook>();
  for (const { kind, key } of documents) {
    const plane = compilerOf(kind)?.plane;
    if (kind !== "Scheduled" && kind !== "NRT" && kind !== "Playbook") continue;
    const known = compiled.get(key);
    // What another stack of the same tenant owns is taken to be there.
    const isElsewhere = !known && tenant !== undefined && plane !== undefined && !ownsPlane(tenant, plane);
    const because = known ? known.because : isElsewhere ? undefined : "its pack is not among those of the tenant";
    if (because !== undefined) inactive.set(key, because);
    if (kind !== "Playbook") continue;
    playbooks.set(key, {
      trigger: known?.compiled.playbook?.trigger,
      isActing: known?.compiled.entry.stage === "enforce",
      resources: known?.compiled.resources.map(({ resource }) => resource.name) ?? [],
    });
  }
  return { inactive, playbooks };
}
