/** One object of each kind, disabled where it could do anything, named so that whoever finds one left over knows what it is. */

import { hunt, nrtRule, rule, watchlist, workspaceFunction } from "../engine/documents";
import type { LiveRun } from "./arguments";

export function liveFiles({ tenantId, subscriptionId, resourceGroup, workspace }: LiveRun): Record<string, string> {
  return {
    "tenants/live.yaml": `kind: Tenant
key: live
tenantId: ${tenantId}
workspace: { subscriptionId: ${subscriptionId}, resourceGroup: ${resourceGroup}, name: ${workspace} }
stage: observe
`,
    "rules/rule.yaml": rule("picket-live-rule", { enabled: "false" }),
    "rules/nrt.yaml": nrtRule("picket-live-nrt", { enabled: "false" }),
    "rules/hunt.yaml": hunt("picket-live-hunt"),
    "rules/function.yaml": workspaceFunction("picket-live-function", { name: "PicketLiveFunction" }),
    "rules/list.yaml": watchlist("picket-live-list", { alias: "PicketLive", rows: "[[192.0.2.0/24, picket]]" }),
  };
}

/** Rule, near-real-time rule, hunt, function, list and its row. */
export const OBJECTS = 6;

export const changedHunt = hunt("picket-live-hunt", { query: "SigninLogs | where ResultType == '2'" });
