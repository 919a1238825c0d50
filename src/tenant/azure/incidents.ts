/** Incidents: reading, writing, what hangs on one. */

import type { Json } from "../../plan";
import { ok, type Reply, refuse } from "../api/reply";
import { isJsonObject, memberOf } from "../api/request";
import type { Properties } from "../directory";
import { etagOf, type Incident, type Resource, sentinelResourceId, type Workspace } from "../workspace";
import { armError, badRequest, notFound } from "./arm-error";
import { type AzureCall, type AzureRoute, page, SENTINEL_PATH } from "./azure-route";

const INCIDENT = `${SENTINEL_PATH}/incidents/{incident}`;

export const incidentRoutes: readonly AzureRoute[] = [
  {
    method: "GET",
    path: INCIDENT,
    source: page("securityinsights/incidents/get"),
    operation: "Microsoft.SecurityInsights/incidents/read",
    answer: (call) => {
      const incident = incidentOf(call);
      return incident ? ok(incidentJson(call.tenant.workspace, incident)) : notFound("The incident");
    },
  },
  {
    method: "PUT",
    path: INCIDENT,
    source: page("securityinsights/incidents/create-or-update"),
    operation: "Microsoft.SecurityInsights/incidents/write",
    answer: putIncident,
  },
  {
    method: "POST",
    path: `${INCIDENT}/entities`,
    source: page("securityinsights/incidents/list-entities"),
    // UNVERIFIED: the operation that this POST asks for; a tenant would settle it. Reading suffices by the roles page.
    operation: "Microsoft.SecurityInsights/incidents/read",
    answer: (call) => {
      const incident = incidentOf(call);
      if (!incident) return notFound("The incident");
      const kinds = [...new Set(incident.entities.map(({ kind = "" }) => kind))];
      const metaData = kinds.map((entityKind) => ({
        entityKind,
        count: incident.entities.filter(({ kind }) => kind === entityKind).length,
      }));
      return ok({ entities: incident.entities.map((each) => entityJson(call.tenant.workspace, each)), metaData });
    },
  },
  {
    method: "POST",
    path: `${INCIDENT}/alerts`,
    source: page("securityinsights/incidents/list-alerts"),
    operation: "Microsoft.SecurityInsights/incidents/read",
    answer: (call) => {
      const incident = incidentOf(call);
      if (!incident) return notFound("The incident");
      return ok({ value: incident.alerts.map((each) => entityJson(call.tenant.workspace, each)) });
    },
  },
];

export function incidentOf({
  tenant: { workspace },
  parts,
}: Pick<AzureCall, "tenant" | "parts">): Incident | undefined {
  return workspace.incidents.get((parts.incident ?? "").toLowerCase());
}

export function incidentJson(workspace: Workspace, incident: Incident): Json {
  const { name, properties, alerts, comments } = incident;
  const additional = isJsonObject(properties.additionalData) ? properties.additionalData : {};
  return {
    id: sentinelResourceId(workspace, `Incidents/${name}`),
    name,
    etag: etagOf(incident),
    type: "Microsoft.SecurityInsights/Incidents",
    properties: {
      ...properties,
      additionalData: { ...additional, alertsCount: alerts.length, commentsCount: comments.size },
    },
  };
}

/** An entity or alert, as the incident and the triggers show it. */
export function entityJson(workspace: Workspace, { name, kind = "", properties }: Resource): Json {
  const id = sentinelResourceId(workspace, `Entities/${name}`);
  return { id, name, type: "Microsoft.SecurityInsights/Entities", kind, properties };
}

/** Writes the whole of what can be written; what is left out of it falls back, as with any PUT.
 *  Source: https://learn.microsoft.com/rest/api/securityinsights/incidents/create-or-update, read 2026-11-25. */
function putIncident(call: AzureCall): Reply {
  const { tenant, request } = call;
  const incident = incidentOf(call);
  if (!incident) return refuse("making an incident is not in the contract");
  const given = memberOf(request.body, "properties");
  if (!isJsonObject(given)) return badRequest("The request content was invalid: properties are required.");
  const etag = memberOf(request.body, "etag") ?? request.headers.get("if-match");
  if (typeof etag === "string" && etag !== etagOf(incident))
    return armError(412, "PreconditionFailed", "The etag does not match the current one.");
  const wrong = ["title", "severity", "status"].find((name) => typeof memberOf(given, name) !== "string");
  if (wrong !== undefined) return badRequest(`The request content was invalid: ${wrong} is required.`);
  return writtenIncident(incident, given, request.at) ?? ok(incidentJson(tenant.workspace, incident));
}

const SEVERITIES = ["High", "Medium", "Low", "Informational"];
const STATUSES = ["New", "Active", "Closed"];
const CLASSIFICATIONS = ["Undetermined", "TruePositive", "BenignPositive", "FalsePositive"];
const WRITABLE = [
  "title",
  "description",
  "severity",
  "status",
  "labels",
  "owner",
  "classification",
  "classificationReason",
  "classificationComment",
] as const;

/** Changes an incident; an answer where a value is none of the documented ones. */
export function writtenIncident(incident: Incident, given: Json, at: string): Reply | undefined {
  const changes: Properties = {};
  for (const name of WRITABLE) {
    const value = memberOf(given, name);
    if (value !== undefined) changes[name] = value;
  }
  const isKnown = (name: string, list: readonly string[]) =>
    changes[name] === undefined || list.includes(String(changes[name]));
  if (!isKnown("severity", SEVERITIES) || !isKnown("status", STATUSES) || !isKnown("classification", CLASSIFICATIONS))
    return badRequest("The request content was invalid: a value is none of the documented ones.");
  if (changes.status === "Closed" && (changes.classification ?? incident.properties.classification) === undefined)
    return badRequest("The request content was invalid: classification is required when the status is Closed.");
  Object.assign(incident.properties, changes, { lastModifiedTimeUtc: at });
  incident.version += 1;
  return undefined;
}
