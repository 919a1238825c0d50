/** What has to hold before anything is registered: a Plan that may be deployed, and credentials that reach its tenant and no other. */

import { getClientConfig as getAzureClient } from "@pulumi/azure-native/authorization";
import { getWorkspace } from "@pulumi/azure-native/operationalinsights";
import { getClientConfig as getEntraClient } from "@pulumi/azuread/getClientConfig";
import { Config, RunError } from "@pulumi/pulumi";
import type { Plan, Target, WorkspaceName } from "../src/plan";
import { planProblems } from "./plan-problems";
import { planes } from "./planes";
import { type Providers, registerProviders } from "./providers";

/** A Plan together with providers that were seen to reach its tenant. Only `preflight` makes one. */
export interface VerifiedPlan {
  readonly plan: Plan;
  readonly providers: Providers;
  readonly [verified]: true;
}

/** Registers the providers of a Plan and asks them where they are signed in.
 *
 *  It rejects, and the program ends with nothing but providers registered, when
 *  - the tenant is a sample (`deploy: false`) and the program does not run in picket's own monitor,
 *  - the Plan is empty and the tenant does not say `allowEmpty: true`,
 *  - a secret that the Plan names is not in the stack's configuration,
 *  - the credentials belong to another tenant, or the workspace is not there or in another subscription.
 *
 *  @example
 *  const { plan } = await planTenant({ folder: ".", tenant: "contoso" });
 *  if (plan) new Tenant(await preflight(plan));
 */
export async function preflight(plan: Plan): Promise<VerifiedPlan> {
  const config = new Config("picket");
  const problems = planProblems(plan, {
    isMonitored: isMonitored(process.env),
    hasSecret: (key) => config.getSecret(key) !== undefined,
    parents: new Set([...planes.keys()].map(String)),
  });
  refuseIf(problems);
  const providers = registerProviders(plan);
  refuseIf(await differences(plan.target, providers));
  return { plan, providers, [verified]: true };
}

const verified = Symbol("verified");

/** Picket's monitor sets `PICKET_MONITOR` to its address (src/monitor). The name alone, left over from elsewhere, says nothing. */
export function isMonitored(env: Readonly<Record<string, string | undefined>>): boolean {
  const { PICKET_MONITOR: address, PULUMI_NODEJS_MONITOR: monitor } = env;
  return address !== undefined && address !== "" && address === monitor;
}

/** `getClientConfig` knows the tenant from the token, but only repeats the configured subscription: reading the workspace proves that. */
async function differences(target: Target, providers: Providers): Promise<readonly string[]> {
  const { "azure-native": azure, azuread: entra } = providers;
  const questions = [
    azure && signIn("azure-native", target, getAzureClient({ provider: azure })),
    entra && signIn("azuread", target, getEntraClient({ provider: entra })),
  ];
  const wrongSignIns = (await Promise.all(questions)).flatMap((difference) => difference ?? []);
  if (wrongSignIns.length > 0 || azure === undefined || target.workspace === undefined) return wrongSignIns;
  const { resourceGroup, name } = target.workspace;
  const answer = getWorkspace({ resourceGroupName: resourceGroup, workspaceName: name }, { provider: azure });
  return [await workspaceDifference(target.workspace, answer)].flatMap((difference) => difference ?? []);
}

async function signIn(
  provider: keyof Providers,
  { tenantId }: Target,
  answer: Promise<{ readonly tenantId: string }>,
): Promise<string | undefined> {
  const actual = await answered(answer);
  if ("error" in actual) return `${provider} cannot tell where it is signed in: ${actual.error}`;
  if (isSameId(actual.value.tenantId, tenantId)) return undefined;
  return `${provider} is signed in to tenant \`${actual.value.tenantId}\`, but the Plan is for \`${tenantId}\``;
}

async function workspaceDifference(
  { subscriptionId, resourceGroup, name }: WorkspaceName,
  answer: Promise<{ readonly id?: string }>,
): Promise<string | undefined> {
  const expected = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`;
  const actual = await answered(answer);
  if ("error" in actual) return `the workspace \`${expected}\` cannot be read: ${actual.error}`;
  if (isSameId(actual.value.id ?? "", expected)) return undefined;
  return `the credentials reach the workspace \`${actual.value.id}\`, but the Plan is for \`${expected}\``;
}

async function answered<T>(answer: Promise<T>): Promise<{ readonly value: T } | { readonly error: string }> {
  try {
    return { value: await answer };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Azure's ids do not care about case. */
function isSameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Pulumi prints a RunError without a stack: the sentence is all that its reader needs. */
function refuseIf(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new RunError(["nothing was deployed:", ...problems.map((problem) => `- ${problem}`)].join("\n"));
}
