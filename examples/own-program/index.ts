/** A program of one's own: picket's detections, and beside them a saved search that knows one of them by its id. */

import { join } from "node:path";
import { SavedSearch } from "@pulumi/azure-native/operationalinsights";
import { Config, interpolate, RunError } from "@pulumi/pulumi";
import { preflight, Tenant } from "../../components";
import { planTenant } from "../../src/operations/project";

/** The project that holds rules/ and tenants/. */
const folder = join(__dirname, "../..");

export const searchId = deploy();

async function deploy() {
  const tenantKey = new Config("picket").require("tenant");
  const { plan, diagnostics } = await planTenant({ folder, tenant: tenantKey, now: new Date().toISOString() });
  if (plan?.target.workspace === undefined) throw new RunError(diagnostics.map(({ message }) => message).join("\n"));

  const tenant = new Tenant(await preflight(plan), { protect: true });

  // What stands under the tenant has its provider, which was seen to reach this workspace and no other.
  const { resourceGroup, name } = plan.target.workspace;
  const alerts = new SavedSearch(
    "alerts-of-new-users",
    {
      resourceGroupName: resourceGroup,
      workspaceName: name,
      savedSearchId: "alerts-of-new-users",
      category: "SOC",
      displayName: "Alerts of new users",
      query: interpolate`SecurityAlert | where ExtendedProperties has "${tenant.deployed["new-user-from-bad-source"]}"`,
    },
    { parent: tenant, protect: false },
  );
  return alerts.id;
}
