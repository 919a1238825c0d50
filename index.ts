/** The Pulumi program: deploys the Plan of the tenant that `picket:tenant` names. One error in any document ends it before anything is
 *  registered, so that a broken file can never delete what is deployed. */

import { Config, getRootDirectory, log, type Output, RunError } from "@pulumi/pulumi";
import { preflight, Tenant } from "./components";
import { codeFrame, type Diagnostic } from "./src/diagnostics";
import { planTenant } from "./src/operations/project";

/** Azure's id of each resource, by its name in the Plan. */
export const deployed = deploy();

async function deploy(): Promise<Readonly<Record<string, Output<string>>>> {
  const tenant = new Config("picket").require("tenant");
  const { plan, diagnostics } = await planTenant({ folder: getRootDirectory(), tenant, now: new Date().toISOString() });
  for (const diagnostic of diagnostics) tell(diagnostic);
  if (plan === undefined) throw new RunError(`nothing was deployed: there is no Plan for tenant \`${tenant}\``);
  return new Tenant(await preflight(plan)).deployed;
}

/** What is merely said for information stays with `picket check`. */
function tell(diagnostic: Diagnostic): void {
  if (diagnostic.severity === "error") log.error(codeFrame(diagnostic));
  if (diagnostic.severity === "warning") log.warn(codeFrame(diagnostic));
}
