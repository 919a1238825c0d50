/** What a playbook is started with: the bodies of the incident, alert and entity triggers.
 *  Source: https://learn.microsoft.com/connectors/azuresentinel (triggers) and published playbooks that read them, read 2026-11-25. */

import type { Json } from "../../plan";
import { isJsonObject } from "../api/request";
import { commentJson } from "../azure/comments";
import { entityJson, incidentJson } from "../azure/incidents";
import type { Tenant } from "../tenant";
import { type Incident, type Resource, sentinelResourceId } from "../workspace";
import { pascalProperties } from "./entity-kinds";

export function incidentTriggerBody(
  { workspace }: Tenant,
  incident: Incident,
  eventType: "Create" | "Update" = "Create",
): Json {
  const shown = incidentJson(workspace, incident);
  const properties = isJsonObject(shown) && isJsonObject(shown.properties) ? shown.properties : {};
  return {
    eventUniqueId: incident.name.replace(/^.{8}/, "eeeeeeee"),
    objectSchemaType: "Incident",
    objectEventType: eventType,
    workspaceInfo: {
      SubscriptionId: workspace.subscriptionId,
      ResourceGroupName: workspace.resourceGroup,
      WorkspaceName: workspace.name,
    },
    workspaceId: workspace.workspaceId,
    object: {
      ...(isJsonObject(shown) ? shown : {}),
      properties: {
        ...properties,
        alerts: incident.alerts.map((each) => entityJson(workspace, each)),
        bookmarks: [],
        relatedEntities: incident.entities.map((each) => entityJson(workspace, each)),
        comments: [...incident.comments.values()].map((each) => commentJson(workspace, incident, each)),
      },
    },
  };
}

/** The first alert of an incident, as the alert trigger gives it: flat, with its entities as JSON text. */
export function alertTriggerBody({ workspace }: Tenant, incident: Incident): Json {
  const properties = incident.alerts[0]?.properties ?? {};
  return {
    WorkspaceSubscriptionId: workspace.subscriptionId,
    WorkspaceResourceGroup: workspace.resourceGroup,
    WorkspaceId: workspace.workspaceId,
    SystemAlertId: properties.systemAlertId ?? null,
    AlertDisplayName: properties.alertDisplayName ?? null,
    AlertType: properties.alertType ?? null,
    Severity: properties.severity ?? null,
    Description: incident.properties.description ?? "",
    ProductName: properties.productName ?? null,
    ProviderAlertId: properties.systemAlertId ?? null,
    TimeGenerated: properties.timeGenerated ?? null,
    StartTimeUtc: properties.startTimeUtc ?? null,
    EndTimeUtc: properties.endTimeUtc ?? null,
    ExtendedProperties: JSON.stringify(properties.additionalData ?? {}),
    ExtendedLinks: [],
    Entities: JSON.stringify(incident.entities.map(alertEntity)),
  };
}

/** Ids of the entities in an alert count from 3. */
const FIRST_ENTITY_ID = 3;

function alertEntity({ kind = "", properties }: Resource, index: number): Json {
  const { IsDomainJoined: _, ...named } = pascalProperties(kind, properties);
  return { $id: String(index + FIRST_ENTITY_ID), ...named, Type: kind.toLowerCase() };
}

/** One entity; the incident is null where the playbook is run outside one. */
export function entityTriggerBody({ workspace }: Tenant, entity: Resource, incident: Incident | undefined): Json {
  const { IsDomainJoined: _, ...named } = pascalProperties(entity.kind ?? "", entity.properties);
  return {
    IncidentArmID: incident ? sentinelResourceId(workspace, `Incidents/${incident.name}`) : null,
    Entity: { kind: entity.kind ?? "", properties: named },
    Workspace: {
      SubscriptionId: workspace.subscriptionId,
      ResourceGroup: workspace.resourceGroup,
      WorkspaceId: workspace.workspaceId,
    },
  };
}
