/** What the monitor asks of the world: it makes up no output and no lookup itself. */

import type { PropertyMap } from "./property-value";
import type { Registration } from "./registration";

/** A preview shows what would be done; an update registers as if it were done. */
export type Mode = "preview" | "update";

/** Both functions may throw: the program then sees the error that a provider would give. */
export interface Answers {
  /** State of a custom resource after it was registered. Components and providers are not asked for. */
  readonly resource: (registration: Registration, mode: Mode) => ResourceAnswer;
  /** Result of a provider function. */
  readonly invoke: (invocation: Invocation, mode: Mode) => PropertyMap;
}

export interface ResourceAnswer {
  /** Absent where a preview cannot know it. */
  readonly id?: string;
  /** Outputs that are not here are unknown in a preview; in an update they take the input of the same name. */
  readonly outputs: PropertyMap;
}

/** A call of a provider function. */
export interface Invocation {
  /** Such as `azure-native:authorization:getClientConfig`. */
  readonly token: string;
  readonly args: PropertyMap;
  /** `<urn>::<id>` of the explicit provider; absent means the ambient one. */
  readonly provider?: string;
}

/** What the credentials reach. */
export interface Reachable {
  readonly tenantId: string;
  readonly workspace?: { readonly subscriptionId: string; readonly resourceGroup: string; readonly name: string };
}

/** Answers of a tenant in which nothing is deployed yet and the credentials reach exactly this. Other lookups fail by name. */
export function emptyTenantAnswers(reachable: Reachable): Answers {
  return {
    resource: ({ name, type, inputs }, mode) => {
      if (mode === "preview") return { outputs: inputs };
      return { id: name, outputs: { ...inputs, ...ownOutputs(type, name, inputs) } };
    },
    invoke: ({ token, args }) => {
      if (token === AZURE_CLIENT)
        return { ...CLIENT, tenantId: reachable.tenantId, subscriptionId: subscriptionOf(reachable) };
      if (token === ENTRA_CLIENT) return { ...CLIENT, tenantId: reachable.tenantId };
      if (token === GET_WORKSPACE) return workspaceAnswer(reachable, args);
      if (token === GET_SERVICE_PRINCIPAL) return servicePrincipalAnswer(args);
      throw new Error(`nothing answers \`${token}\` in an empty tenant`);
    },
  };
}

/** What a resource has that is none of its inputs, as far as others refer to it. */
function ownOutputs(type: string, name: string, { identity }: PropertyMap): PropertyMap {
  // What Entra makes has an object id beside the provider's own, which is a path.
  if (type.startsWith("azuread:")) return { objectId: name };
  if (type !== "azure-native:logic:Workflow" || identity === undefined) return {};
  return { identity: { ...(identity as PropertyMap), principalId: `identity of ${name}` } };
}

/** Microsoft's own applications have a service principal in every tenant. */
function servicePrincipalAnswer({ clientId }: PropertyMap): PropertyMap {
  return { clientId: clientId ?? "", objectId: `service principal of ${String(clientId)}` };
}

function subscriptionOf({ workspace }: Reachable): string {
  return workspace?.subscriptionId ?? "";
}

function workspaceAnswer({ workspace }: Reachable, args: PropertyMap): PropertyMap {
  const { resourceGroupName, workspaceName } = args;
  if (workspace === undefined || workspace.resourceGroup !== resourceGroupName || workspace.name !== workspaceName) {
    throw new Error(`ResourceNotFound: no workspace \`${String(workspaceName)}\` in \`${String(resourceGroupName)}\``);
  }
  const { subscriptionId, resourceGroup, name } = workspace;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`,
    name,
  };
}

/** Provider functions, and what they answer beside the tenant. Source: the packages' type declarations, read 2026-11-24. */
const AZURE_CLIENT = "azure-native:authorization:getClientConfig";
const ENTRA_CLIENT = "azuread:index/getClientConfig:getClientConfig";
const GET_WORKSPACE = "azure-native:operationalinsights:getWorkspace";
const GET_SERVICE_PRINCIPAL = "azuread:index/getServicePrincipal:getServicePrincipal";
const CLIENT: PropertyMap = {
  clientId: "00000000-0000-0000-0000-000000000001",
  objectId: "00000000-0000-0000-0000-000000000002",
};
