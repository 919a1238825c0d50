/** Puts an incident into the workspace, as Sentinel makes one of its alerts. */

import type { Entity, Incident as MadeIncident, Severity } from "../../sentinel";
import type { Properties } from "../directory";
import type { Tenant } from "../tenant";
import { type Incident, type Resource, sentinelResourceId } from "../workspace";
import { entityResource } from "./entity-kinds";

/** What an incident is made of, beside what evaluation gives. */
export interface IncidentParts {
  /** GUID of the incident. */
  readonly name: string;
  readonly number: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly alerts: readonly AlertParts[];
  readonly made: Pick<MadeIncident, "title" | "severity" | "entities"> & { readonly description?: string };
  readonly status?: string;
  readonly labels?: readonly string[];
}

export interface AlertParts {
  /** GUID. */
  readonly name: string;
  /** Id of the analytics rule: the last part of its resource id. */
  readonly ruleId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly description?: string;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly customDetails: Readonly<Record<string, readonly string[]>>;
  readonly entities: readonly Entity[];
}

/** Ids of entities are made of their place, so that a run repeats itself. */
export function entityName(incident: string, index: number): string {
  return `${incident.slice(0, 24)}${(index + 1).toString(16).padStart(12, "0")}`;
}

/** The incident; a text where an entity can't be shown faithfully. */
export function addIncident({ workspace }: Tenant, parts: IncidentParts): Incident | string {
  const entities: Resource[] = [];
  for (const [index, entity] of parts.made.entities.entries()) {
    const resource = entityResource(entity, entityName(parts.name, index));
    if (!resource)
      return `an entity of type \`${entity.type}\` with ${Object.keys(entity.identifiers).join(", ")} is not in the contract`;
    entities.push(resource);
  }
  const ruleIds = [...new Set(parts.alerts.map(({ ruleId }) => ruleId))];
  const incidentUrl = `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${sentinelResourceId(workspace, `Incidents/${parts.name}`)}`;
  const incident: Incident = {
    name: parts.name,
    version: 1,
    properties: {
      title: parts.made.title,
      description: parts.made.description ?? "",
      severity: parts.made.severity,
      status: parts.status ?? "New",
      owner: { objectId: null, email: null, assignedTo: null, userPrincipalName: null },
      labels: (parts.labels ?? []).map((labelName) => ({ labelName, labelType: "User" })),
      firstActivityTimeUtc: parts.createdAt,
      lastActivityTimeUtc: parts.createdAt,
      lastModifiedTimeUtc: parts.createdAt,
      createdTimeUtc: parts.createdAt,
      incidentNumber: parts.number,
      additionalData: {
        alertsCount: parts.alerts.length,
        bookmarksCount: 0,
        commentsCount: 0,
        alertProductNames: ["Azure Sentinel"],
        tactics: [...new Set(parts.alerts.flatMap(({ tactics }) => tactics))],
        techniques: [...new Set(parts.alerts.flatMap(({ techniques }) => techniques))],
      },
      relatedAnalyticRuleIds: ruleIds.map((id) => sentinelResourceId(workspace, `alertRules/${id}`)),
      incidentUrl,
      providerName: "Azure Sentinel",
      providerIncidentId: String(parts.number),
    },
    alerts: parts.alerts.map((alert) => alertResource(alert, workspace.workspaceId, parts.createdAt)),
    entities,
    comments: new Map(),
    tasks: new Map(),
  };
  workspace.incidents.set(parts.name.toLowerCase(), incident);
  return incident;
}

function alertResource(alert: AlertParts, workspaceId: string, at: string): Resource {
  const details =
    Object.keys(alert.customDetails).length > 0 ? { "Custom Details": JSON.stringify(alert.customDetails) } : {};
  const properties: Properties = {
    systemAlertId: alert.name,
    alertDisplayName: alert.title,
    severity: alert.severity,
    status: "New",
    vendorName: "Microsoft",
    productName: "Azure Sentinel",
    productComponentName: "Scheduled Alerts",
    alertType: `${workspaceId}_${alert.ruleId}`,
    startTimeUtc: at,
    endTimeUtc: at,
    timeGenerated: at,
    processingEndTime: at,
    tactics: [...alert.tactics],
    additionalData: details,
  };
  return { name: alert.name, kind: "SecurityAlert", properties };
}
