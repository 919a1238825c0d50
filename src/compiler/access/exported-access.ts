/** The access of a tenant from an export alone, without any document. */

import { baselineOf } from "./baseline";
import type { TenantAccess } from "./tenant-access";

/** The text of a file as `access.baseline` names one; a text in return says what is wrong with it. */
export function exportedAccess(text: string): TenantAccess | string {
  const baseline = baselineOf(text);
  if (typeof baseline === "string") return baseline;
  const promoted = baseline.policies.map((policy) =>
    policy.state === "disabled" ? policy : { ...policy, state: "enabled" },
  );
  return {
    deployed: baseline.policies,
    promoted,
    ours: new Set(),
    directory: baseline.directory,
    ids: new Map(),
    names: {},
    baseline,
    isComplete: false,
  };
}
