/** An old state from JSON: a Plan, or what `pulumi stack export` prints. */

import type { OldResource, OldState } from "./compare";
import type { Json, Plan } from "./plan";

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
  const { urn, type, inputs, id } = value;
  if (typeof urn !== "string" || typeof type !== "string" || !/^(azure-native|azuread):/.test(type)) return undefined;
  const name = urn.split("::").at(-1) ?? urn;
  const { __defaults: _defaults, ...own } = isRecord(inputs) ? inputs : {};
  return { name, type, inputs: own as Readonly<Record<string, Json>>, ...(typeof id === "string" ? { id } : {}) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
