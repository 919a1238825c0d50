/** The id of an existing object that a document takes over. */

import type { Frame } from "../frame";

/** The full ARM id for Pulumi's import, from what the tenant's `adopt` says: a full id, or the last part of one. */
export function adoptedId({ tenant, workspace }: Frame, key: string, collection: string): string | undefined {
  const adopted = tenant?.body.adopt?.[key];
  if (adopted === undefined || adopted.startsWith("/")) return adopted;
  const { subscriptionId, resourceGroup, name } = workspace;
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`;
  return `${scope}/${collection}${adopted}`;
}
