/** What the workspace of a tenant holds: incidents with what hangs on them, and watchlists. */

import type { Properties } from "./directory";

export interface Workspace {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** The workspace's own GUID, as queries and triggers name it. */
  readonly workspaceId: string;
  /** By lower-case name. */
  readonly incidents: Map<string, Incident>;
  /** By lower-case alias. */
  readonly watchlists: Map<string, Watchlist>;
}

export interface Incident {
  /** GUID. */
  readonly name: string;
  /** Counts changes; the etag is made of it. */
  version: number;
  /** As ARM shows them, without what hangs on the incident. */
  readonly properties: Properties;
  readonly alerts: readonly Resource[];
  readonly entities: readonly Resource[];
  /** By lower-case name. */
  readonly comments: Map<string, Resource>;
  readonly tasks: Map<string, Resource>;
}

/** A thing below an incident: alert, entity, comment, task. */
export interface Resource {
  readonly name: string;
  /** Of an entity or alert: `Account`, `Ip`, `SecurityAlert`, ... */
  readonly kind?: string;
  readonly properties: Properties;
}

export interface Watchlist {
  readonly alias: string;
  readonly searchKey: string;
  /** Items by lower-case id: column to text. */
  readonly items: Map<string, WatchlistItem>;
}

export interface WatchlistItem {
  readonly id: string;
  readonly values: Properties;
  readonly created: string;
  readonly updated: string;
}

/** Resource id of the workspace. */
export function workspaceResourceId({
  subscriptionId,
  resourceGroup,
  name,
}: Pick<Workspace, "subscriptionId" | "resourceGroup" | "name">): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`;
}

/** Resource id of something that Sentinel keeps in the workspace. */
export function sentinelResourceId(workspace: Workspace, path: string): string {
  return `${workspaceResourceId(workspace)}/providers/Microsoft.SecurityInsights/${path}`;
}

export function etagOf({ version }: Pick<Incident, "version">): string {
  return `"${version.toString(16).padStart(8, "0")}-0000-0000-0000-000000000000"`;
}
