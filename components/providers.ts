/** The providers of a Plan: explicit, for its tenant and subscription only, never the ambient ones. */

import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { Provider as EntraProvider } from "@pulumi/azuread/provider";
import { Config, type Input, type ProviderResource } from "@pulumi/pulumi";
import { invariant } from "../src/diagnostics";
import { leavesOf, type Plan } from "../src/plan";

/** By Pulumi package; absent where the Plan has nothing for it. */
export interface Providers {
  readonly "azure-native"?: AzureProvider;
  readonly azuread?: EntraProvider;
}

/** Their names are fixed: a resource whose provider is called otherwise would be replaced. */
export function registerProviders(plan: Plan): Providers {
  const { tenantId, workspace } = plan.target;
  const packages = packagesOf(plan);
  const needsAzure = workspace !== undefined || packages.has("azure-native");
  const subscription = workspace === undefined ? {} : { subscriptionId: workspace.subscriptionId };
  return {
    ...(needsAzure
      ? {
          "azure-native": new AzureProvider("azure-native", {
            ...settingsOf("azure-native"),
            tenantId,
            ...subscription,
          }),
        }
      : {}),
    ...(packages.has("azuread")
      ? { azuread: new EntraProvider("azuread", { ...settingsOf("azuread"), tenantId }) }
      : {}),
  };
}

/** The provider of a resource type or function, such as `azuread:index/getUser:getUser`. */
export function providerOf(token: string, providers: Providers): ProviderResource {
  const provider = providers[packageOf(token) as keyof Providers];
  invariant(provider !== undefined, `a Plan that names \`${token}\` must have a provider for it`);
  return provider;
}

function packagesOf({ resources }: Plan): ReadonlySet<string> {
  const types = resources.flatMap(({ type, inputs }) => [
    type,
    ...[...leavesOf(inputs)].flatMap((leaf) => ("picket:lookup" in leaf ? [leaf["picket:lookup"].type] : [])),
  ]);
  return new Set(types.map(packageOf));
}

function packageOf(token: string): string {
  return token.slice(0, token.indexOf(":"));
}

/** How to sign in, from the stack's configuration: Pulumi gives `azure-native:...` values to the ambient provider alone. */
function settingsOf(name: keyof Providers): Record<string, Input<string> | boolean> {
  const config = new Config(name);
  const settings: Record<string, Input<string> | boolean | undefined> = {};
  for (const key of TEXT_SETTINGS) settings[key] = config.get(key);
  for (const key of SECRET_SETTINGS) settings[key] = config.getSecret(key);
  for (const key of SWITCH_SETTINGS) settings[key] = config.getBoolean(key);
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Settings that both packages know, tenant and subscription apart, which are the Plan's.
 *  Source: provider.d.ts of @pulumi/azure-native 3.28.0 and @pulumi/azuread 6.9.1, read 2026-11-24. */
const TEXT_SETTINGS = [
  "clientId",
  "clientCertificatePath",
  "environment",
  "metadataHost",
  "msiEndpoint",
  "oidcRequestUrl",
  "oidcTokenFilePath",
  "partnerId",
] as const;
const SECRET_SETTINGS = ["clientSecret", "clientCertificatePassword", "oidcRequestToken", "oidcToken"] as const;
const SWITCH_SETTINGS = ["useMsi", "useOidc"] as const;
