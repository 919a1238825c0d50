/** The connector azuresentinel: the part of it that playbooks use. */

import type { Json } from "../../plan";
import { ok, type Reply, refuse } from "../api/reply";
import { isJsonObject, memberOf, textOf } from "../api/request";
import { matchRoute, type Route } from "../api/route";
import { authorizationFailed, badRequest, notFound } from "../azure/arm-error";
import { commentJson, writtenComment } from "../azure/comments";
import { incidentJson, writtenIncident } from "../azure/incidents";
import { isAllowed } from "../azure/role-operations";
import { taskJson, writtenTask } from "../azure/tasks";
import { pascalProperties } from "../sentinel/entity-kinds";
import { incidentTriggerBody } from "../sentinel/trigger-bodies";
import { type Incident, workspaceResourceId } from "../workspace";
import type { ConnectorApi, ConnectorRequest } from "./connector-api";

interface SentinelRoute extends Route {
  /** The operation that the caller's role has to hold on the workspace. */
  readonly operation: string;
  readonly answer: (request: ConnectorRequest) => Reply;
}

const SOURCE = "https://learn.microsoft.com/connectors/azuresentinel, read 2026-11-25";
const READ = "Microsoft.SecurityInsights/incidents/read";

/** What the connector's answers call the lists of entities, as public playbooks read them.
 *  UNVERIFIED: the name of the list of file hashes, which no playbook that was found reads; an answer of the connector would settle it. */
const ENTITY_LISTS: Readonly<Record<string, { readonly kind: string; readonly list: string }>> = {
  account: { kind: "Account", list: "Accounts" },
  ip: { kind: "Ip", list: "IPs" },
  host: { kind: "Host", list: "Hosts" },
  url: { kind: "Url", list: "URLs" },
  filehash: { kind: "FileHash", list: "Filehashes" },
};

const ROUTES: readonly SentinelRoute[] = [
  {
    method: "POST",
    path: "/Incidents",
    source: SOURCE,
    operation: READ,
    answer: (call) => onIncident(call, shownIncident),
  },
  {
    method: "PUT",
    path: "/Incidents",
    source: SOURCE,
    operation: "Microsoft.SecurityInsights/incidents/write",
    answer: (call) => onIncident(call, updatedIncident),
  },
  {
    method: "POST",
    path: "/Incidents/Comment",
    source: SOURCE,
    operation: "Microsoft.SecurityInsights/incidents/comments/write",
    answer: (call) => onIncident(call, commented),
  },
  {
    method: "POST",
    path: "/Incidents/CreateTask",
    source: SOURCE,
    operation: "Microsoft.SecurityInsights/incidents/tasks/write",
    answer: (call) => onIncident(call, tasked),
  },
  {
    method: "GET",
    path: "/Incidents/subscriptions/{subscription}/resourceGroups/{group}/workspaces/{workspace}/alerts/{alert}",
    source: SOURCE,
    operation: READ,
    answer: ({ tenant, parts }) => {
      const incidents = [...tenant.workspace.incidents.values()];
      const incident = incidents.find(({ alerts }) => alerts.some(({ name }) => name === parts.alert));
      return incident ? ok(incidentJson(tenant.workspace, incident)) : notFound("The incident of the alert");
    },
  },
  {
    method: "POST",
    path: "/entities/{kind}",
    source: SOURCE,
    operation: READ,
    answer: entitiesOf,
  },
];

export const azureSentinel: ConnectorApi = {
  connector: "azuresentinel",
  answer: (call) => {
    const { tenant, request, caller } = call;
    const found = matchRoute(ROUTES, request);
    if (!found)
      return refuse(
        `${request.method} /${request.segments.join("/")} of the connector azuresentinel is not in its contract`,
      );
    const allowed = isAllowed(caller, found.route.operation, workspaceResourceId(tenant.workspace));
    if (typeof allowed === "object")
      return refuse(
        `whether the role \`${allowed.unknownRole}\` holds ${found.route.operation} is not in the contract`,
      );
    if (!allowed) return authorizationFailed(found.route.operation, workspaceResourceId(tenant.workspace));
    return found.route.answer({ ...call, parts: found.parts });
  },
};

function onIncident(call: ConnectorRequest, act: (call: ConnectorRequest, incident: Incident) => Reply): Reply {
  const id = textOf(memberOf(call.request.body, "incidentArmId"));
  const name = /\/incidents\/([^/]+)$/i.exec(id)?.[1];
  if (name === undefined) return badRequest("The incidentArmId is missing or malformed.");
  const isOwn = id.toLowerCase().startsWith(`${workspaceResourceId(call.tenant.workspace).toLowerCase()}/`);
  const incident = isOwn ? call.tenant.workspace.incidents.get(name.toLowerCase()) : undefined;
  return incident ? act(call, incident) : notFound("The incident");
}

/** With what hangs on it, as the trigger gives it. */
function shownIncident({ tenant }: ConnectorRequest, incident: Incident): Reply {
  const body = incidentTriggerBody(tenant, incident);
  return ok(isJsonObject(body) ? (body.object ?? null) : null);
}

const UPDATES = ["severity", "status", "title", "description"] as const;
const KNOWN_UPDATES = ["incidentArmId", "tagsToAdd", "tagsToRemove", "classification", ...UPDATES];

function updatedIncident({ tenant, request }: ConnectorRequest, incident: Incident): Reply {
  const body = isJsonObject(request.body) ? request.body : {};
  const unknown = Object.keys(body).find((name) => !KNOWN_UPDATES.includes(name));
  if (unknown !== undefined) return refuse(`\`${unknown}\` in an update of an incident is not in the contract`);
  const labels = changedLabels(incident, body);
  const given: Record<string, Json> = { labels };
  for (const name of UPDATES) if (body[name] !== undefined) given[name] = body[name];
  const classification = memberOf(body.classification, "ClassificationAndReason");
  if (typeof classification === "string") {
    const [kind = "", reason = ""] = classification.split(" - ");
    given.classification = kind;
    if (reason !== "") given.classificationReason = reason;
    const text = memberOf(body.classification, "ClassificationReasonText");
    if (text !== undefined) given.classificationComment = text;
  }
  return writtenIncident(incident, given, request.at) ?? ok(incidentJson(tenant.workspace, incident));
}

/** Adds and takes away, keeps the others. */
function changedLabels({ properties }: Incident, body: Readonly<Record<string, Json>>): Json {
  const added = tagsOf(memberOf(body.tagsToAdd, "TagsToAdd"));
  const removed = tagsOf(memberOf(body.tagsToRemove, "TagsToRemove"));
  const before = (Array.isArray(properties.labels) ? properties.labels : []) as readonly Json[];
  const kept = before.filter((label) => !removed.includes(textOf(memberOf(label, "labelName"))));
  const names = kept.map((label) => textOf(memberOf(label, "labelName")));
  const fresh = added.filter((tag, index) => !names.includes(tag) && added.indexOf(tag) === index);
  return [...kept, ...fresh.map((labelName) => ({ labelName, labelType: "User" }))];
}

function tagsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((each) => textOf(memberOf(each, "Tag"))) : [];
}

function commented({ tenant, request }: ConnectorRequest, incident: Incident): Reply {
  const name = `${incident.name.slice(0, 24)}${(incident.comments.size + 1).toString(16).padStart(12, "0")}`;
  const written = writtenComment(incident, name, { message: memberOf(request.body, "message"), at: request.at });
  return "refusal" in written ? written.refusal : ok(commentJson(tenant.workspace, incident, written.comment));
}

function tasked({ tenant, request }: ConnectorRequest, incident: Incident): Reply {
  const name = `${incident.name.slice(0, 24)}${(incident.tasks.size + 1).toString(16).padStart(12, "0")}`;
  const description = memberOf(request.body, "taskDescription");
  const given = {
    title: memberOf(request.body, "taskTitle") ?? "",
    ...(description === undefined ? {} : { description }),
  };
  const written = writtenTask(incident, name, { given, at: request.at });
  return "refusal" in written ? written.refusal : ok(taskJson(tenant.workspace, incident, written.task));
}

/** Takes those of one kind out of a list of entities, of an incident or of an alert. */
function entitiesOf({ request, parts }: ConnectorRequest): Reply {
  const wanted = ENTITY_LISTS[(parts.kind ?? "").toLowerCase()];
  if (!wanted) return refuse(`taking out entities of the kind \`${parts.kind}\` is not in the contract`);
  const list = Array.isArray(request.body) ? request.body : [];
  const entities = list.flatMap((each): readonly Json[] => {
    const kind = textOf(memberOf(each, "kind") ?? memberOf(each, "Type"));
    if (kind.toLowerCase() !== wanted.kind.toLowerCase()) return [];
    const properties = memberOf(each, "properties");
    if (properties !== undefined) return [pascalProperties(wanted.kind, properties)];
    const { $id: _id, Type: _type, ...named } = isJsonObject(each) ? each : {};
    return [named];
  });
  return ok({ [wanted.list]: entities });
}
