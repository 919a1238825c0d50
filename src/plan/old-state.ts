/** An old state from JSON: a Plan, or what `pulumi stack export` prints. */

import type { OldResource, OldState } from "./compare";
import type { Plan } from "./plan";

/** Undefined where the value is neither. */
export function oldStateOf(value: unknown): OldState | undefined {
  if (!isRecord(value)) return undefined;
  if (value.version === 1 && Array.isArray(value.resources) && typeof value.tenant === "string") {
    return {
      resources: (value as unknown as Plan).resources.map(({ name, type, inputs }) => ({ name, type, inputs })),
    };
  }
  const deployment = isRecord(value.deployment) ? value.deployment : undefined;
  if (!deployment || (deployment.resources !== undefined && !Array.isArray(deployment.resources))) return undefined;
  const resources = (deployment.resources ?? []) as readonly unknown[];
  return { resources: resources.flatMap((each) => stateResource(each) ?? []) };
}

/** Custom resources of the providers that picket deploys with; components and providers are the program's own. */
function stateResource(value: unknown): OldResource | undefined {
  if (!isRecord(value) || value.custom !== true || value.delete === true) return undefined;
  const { urn, type, inputs, outputs, id } = value;
  if (typeof urn !== "string" || typeof type !== "string" || !/^(azure-native|azuread):/.test(type)) return undefined;
  const name = urn.split("::").at(-1) ?? urn;
  const { azureApiVersion: _version, __createBeforeDelete: _named, ...own } = isRecord(inputs) ? inputs : {};
  return {
    name,
    type,
    inputs: asGiven(own) as OldResource["inputs"],
    ...(isRecord(outputs) ? { outputs: outputs as OldResource["inputs"] } : {}),
    ...(typeof id === "string" ? { id } : {}),
  };
}

/**
 * Inputs as the program gave them. Providers note their own beside them: azure-native the API version and that it made up a name; bridged
 * providers in each map the names of what they filled in.
 * Source: provider/pkg/provider/provider.go (applyDefaults) of https://github.com/pulumi/pulumi-azure-native and pkg/tfbridge/schema.go
 * (defaultsKey) of https://github.com/pulumi/pulumi-terraform-bridge, read 2026-11-25.
 */
function asGiven(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asGiven);
  if (!isRecord(value)) return value;
  const { __defaults: filledIn, ...own } = value;
  if (!Array.isArray(filledIn)) return mapped(value);
  return mapped(Object.fromEntries(Object.entries(own).filter(([key]) => !filledIn.includes(key))));
}

function mapped(value: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asGiven(each)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
