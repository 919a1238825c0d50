/** Ids of what a playbook is made of, known before anything is deployed. */

import type { WorkspaceName } from "../../plan";

/** Where playbooks go. */
export interface PlaybookPlace {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly location: string;
  /** Names in Azure of what the tenant takes over, by name in the Plan. */
  readonly adopted: ReadonlyMap<string, string>;
}

/** The name in Azure of a workflow: its name in the Plan, but for one that is taken over. */
export function workflowName({ adopted }: PlaybookPlace, name: string): string {
  return adopted.get(name) ?? name;
}

export function workspaceId({ subscriptionId, resourceGroup, name }: WorkspaceName): string {
  return `${groupId(subscriptionId, resourceGroup)}/providers/Microsoft.OperationalInsights/workspaces/${name}`;
}

export function playbookGroupId({ subscriptionId, resourceGroup }: PlaybookPlace): string {
  return groupId(subscriptionId, resourceGroup);
}

export function workflowId(place: PlaybookPlace, name: string): string {
  return `${playbookGroupId(place)}/providers/Microsoft.Logic/workflows/${workflowName(place, name)}`;
}

export function connectionId(place: PlaybookPlace, name: string): string {
  return `${playbookGroupId(place)}/providers/Microsoft.Web/connections/${name}`;
}

export function managedApiId({ subscriptionId, location }: PlaybookPlace, connector: string): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Web/locations/${location}/managedApis/${connector}`;
}

function groupId(subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}
