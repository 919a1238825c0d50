/** What all calls of a workflow need, read from its definition. */

import { parsedTemplate } from "../expressions/evaluate";
import type { Expression } from "../expressions/syntax";
import type { RecordedCall } from "../run/connector";
import { connectionKey } from "../workflow/connections";
import { isJsonObject, memberOf, valueAt } from "../workflow/pointer";
import { sentinelTriggerOf } from "../workflow/sentinel-trigger";
import { type Action, isType, type Trigger, type Workflow } from "../workflow/workflow";
import type { KnownCall, Need } from "./need";
import { needOfCall } from "./need-of-call";

/** The need of one action or trigger. */
export interface ActionNeed {
  /** Name of the action or trigger. */
  readonly action: string;
  readonly pointer: string;
  readonly call: KnownCall;
  readonly need: Need;
}

/** Every action and trigger that calls out, in the order of the definition. Called workflows are not followed. */
export function needsOfWorkflow(workflow: Workflow): readonly ActionNeed[] {
  return [...workflow.triggers, ...workflow.actions].flatMap((owner) => {
    const call = callOf(owner, workflow);
    return call ? [{ action: owner.name, pointer: owner.pointer, call, need: needOfCall(call) }] : [];
  });
}

/** What a call that a run made needs. */
export function needOfRecordedCall(
  { method, uri, path, kind, connection, identity, body }: RecordedCall,
  workflow: Workflow,
): Need {
  if (kind === "workflow") return { kind: "credentials", type: "workflow" };
  const authentication = identity?.type;
  if (uri !== undefined) {
    return needOfCall({
      method,
      uri,
      ...(authentication === undefined ? {} : { authentication }),
      ...bodyKeysOf(body),
    });
  }
  const isManagedConnection = authentication?.toLowerCase() === "managedserviceidentity";
  return needOfCall({
    method,
    path: path ?? "",
    connector: connectorOf(workflow, connection ?? ""),
    isManagedConnection,
  });
}

function callOf(owner: Action | Trigger, workflow: Workflow): KnownCall | undefined {
  const isOfIncident = sentinelTriggerOf(workflow)?.kind === "incident";
  const text = (path: string) => shownText(valueAt(owner.json, path), isOfIncident);
  if (isType(owner, "Http") || isType(owner, "HttpWebhook")) {
    const base = isType(owner, "Http") ? "inputs" : "inputs/subscribe";
    const authentication = valueAt(owner.json, `${base}/authentication/type`);
    return {
      method: text(`${base}/method`),
      uri: text(`${base}/uri`),
      ...(typeof authentication === "string" ? { authentication } : {}),
      ...bodyKeysOf(valueAt(owner.json, `${base}/body`)),
    };
  }
  const isWebhook = isType(owner, "ApiConnectionWebhook");
  if (!isWebhook && !isType(owner, "ApiConnection")) return undefined;
  const key = connectionKey(valueAt(owner.json, "inputs/host/connection/name"));
  const value = key === undefined ? undefined : memberOf(valueAt(workflow.values, "$connections/value"), key);
  const authentication = valueAt(value, "connectionProperties/authentication/type");
  return {
    method: isWebhook ? "POST" : text("inputs/method"),
    path: text("inputs/path"),
    connector: connectorNameOf(value) ?? (key ?? "").replace(/[-_]\d+$/, ""),
    ...(value === undefined
      ? {}
      : { isManagedConnection: String(authentication).toLowerCase() === "managedserviceidentity" }),
  };
}

/** `{}` stands for each expression, but for the id of the incident that starts the workflow, whose form is known. */
function shownText(value: unknown, isOfIncident: boolean): string {
  if (typeof value !== "string") return "";
  const parsed = parsedTemplate(value);
  if ("mistake" in parsed || parsed.template.kind === "expression") return "{}";
  if (parsed.template.kind === "text") return parsed.template.text;
  const shown = (part: Expression) => (isOfIncident && isIncidentId(part) ? INCIDENT_ID : "{}");
  return parsed.template.parts.map((part) => (typeof part === "string" ? part : shown(part))).join("");
}

/** Source: https://learn.microsoft.com/azure/sentinel/playbook-triggers-actions, read 2026-11-23 (`object.id` is the incident's ARM id). */
const INCIDENT_ID =
  "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.OperationalInsights/workspaces/{}/providers/Microsoft.SecurityInsights/incidents/{}";

function isIncidentId(part: Expression): boolean {
  if (part.kind !== "call" || part.name.toLowerCase() !== "triggerbody") return false;
  const keys = part.accesses.map(({ key }) => (key.kind === "literal" ? String(key.value).toLowerCase() : ""));
  return keys.join("/") === "object/id";
}

/** The keys of a body that is an object, given as such or as JSON text. */
function bodyKeysOf(body: unknown): { readonly bodyKeys?: readonly string[] } {
  if (isJsonObject(body)) return { bodyKeys: Object.keys(body) };
  if (typeof body !== "string" || body.startsWith("@")) return {};
  try {
    const json: unknown = JSON.parse(body);
    return isJsonObject(json) ? { bodyKeys: Object.keys(json) } : {};
  } catch {
    return {};
  }
}

/** The connector of a connection: the last part of its `id`. */
function connectorNameOf(connection: unknown): string | undefined {
  const id = memberOf(connection, "id");
  return typeof id === "string" ? /\/managedApis\/([^/]+)$/i.exec(id)?.[1] : undefined;
}

function connectorOf(workflow: Workflow, connectionId: string): string {
  const connections = valueAt(workflow.values, "$connections/value");
  for (const [key, connection] of Object.entries(isJsonObject(connections) ? connections : {})) {
    if (memberOf(connection, "connectionId") === connectionId) return connectorNameOf(connection) ?? key;
  }
  return "";
}
