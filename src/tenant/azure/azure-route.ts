/** One call of Azure Resource Manager as its page documents it. */

import type { Caller } from "../api/caller";
import type { Reply } from "../api/reply";
import type { ApiRequest } from "../api/request";
import type { Route } from "../api/route";
import type { Tenant } from "../tenant";

export interface AzureCall {
  readonly tenant: Tenant;
  readonly request: ApiRequest;
  readonly parts: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

export interface AzureRoute extends Route {
  /** The operation that a role has to hold, at the resource of the address. */
  readonly operation: string;
  /** Query options that are answered beside `api-version`; others are refused by name. */
  readonly options?: readonly string[];
  readonly answer: (call: AzureCall) => Reply;
}

/** Everything that Sentinel keeps lies below its workspace. */
export const WORKSPACE_PATH =
  "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.OperationalInsights/workspaces/{workspace}";
export const SENTINEL_PATH = `${WORKSPACE_PATH}/providers/Microsoft.SecurityInsights`;

/** The source of a route: a page of the REST reference. */
export function page(name: string): string {
  return `https://learn.microsoft.com/rest/api/${name}, read 2026-11-25`;
}

/** Is the workspace of the address the tenant's own? */
export function isOwnWorkspace({ tenant: { workspace }, parts }: Pick<AzureCall, "tenant" | "parts">): boolean {
  const same = (left: string | undefined, right: string) => left?.toLowerCase() === right.toLowerCase();
  return (
    same(parts.subscription, workspace.subscriptionId) &&
    same(parts.group, workspace.resourceGroup) &&
    same(parts.workspace, workspace.name)
  );
}
