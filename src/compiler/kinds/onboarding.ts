/** Sentinel itself, where the tenant says that picket turns it on. */

import { placeOf } from "../../diagnostics";
import type { Resource, WorkspaceName } from "../../plan";
import type { ResolvedTenant } from "../tenants/resolved-tenant";

/** Logical name of the onboarding: no document has it, because a key holds no two hyphens in a row. */
export const ONBOARDING_NAME = "sentinel--onboarding";

export const ONBOARDING_TYPE = "azure-native:securityinsights:SentinelOnboardingState";

/** Everything in the workspace waits for it; it is protected, because turning Sentinel off takes all incidents away.
 *  Source: https://github.com/Azure/azure-quickstart-templates/issues/14256, read 2026-11-23. */
export function onboarding(tenant: ResolvedTenant, { resourceGroup, name }: WorkspaceName): Resource {
  const { path, start } = placeOf(tenant.at("/workspace"));
  return {
    name: ONBOARDING_NAME,
    type: ONBOARDING_TYPE,
    parent: "detections",
    inputs: { resourceGroupName: resourceGroup, workspaceName: name, sentinelOnboardingStateName: "default" },
    dependsOn: [],
    options: { protect: true },
    origin: { document: tenant.key, path, line: start.line },
  };
}
