/** Tasks of incidents: what people have to do. */

import type { Json } from "../../plan";
import { ok, type Reply } from "../api/reply";
import { isJsonObject, memberOf } from "../api/request";
import { type Incident, type Resource, sentinelResourceId, type Workspace } from "../workspace";
import { badRequest, notFound } from "./arm-error";
import { type AzureRoute, page, SENTINEL_PATH } from "./azure-route";
import { incidentOf } from "./incidents";

const TASKS = `${SENTINEL_PATH}/incidents/{incident}/tasks`;

/** Source: https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-25. */
const TASKS_MAX = 40;

export const taskRoutes: readonly AzureRoute[] = [
  {
    method: "GET",
    path: TASKS,
    source: page("securityinsights/incident-tasks/list"),
    operation: "Microsoft.SecurityInsights/incidents/tasks/read",
    answer: (call) => {
      const incident = incidentOf(call);
      if (!incident) return notFound("The incident");
      return ok({ value: [...incident.tasks.values()].map((each) => taskJson(call.tenant.workspace, incident, each)) });
    },
  },
  {
    method: "PUT",
    path: `${TASKS}/{task}`,
    source: page("securityinsights/incident-tasks/create-or-update"),
    operation: "Microsoft.SecurityInsights/incidents/tasks/write",
    answer: (call) => {
      const incident = incidentOf(call);
      if (!incident) return notFound("The incident");
      const name = call.parts.task ?? "";
      const before = incident.tasks.has(name.toLowerCase());
      const written = writtenTask(incident, name, {
        given: memberOf(call.request.body, "properties"),
        at: call.request.at,
      });
      if ("refusal" in written) return written.refusal;
      return { statusCode: before ? 200 : 201, body: taskJson(call.tenant.workspace, incident, written.task) };
    },
  },
];

export function writtenTask(
  incident: Incident,
  name: string,
  { given, at }: { readonly given: Json | undefined; readonly at: string },
): { readonly task: Resource } | { readonly refusal: Reply } {
  const [title, status] = [memberOf(given, "title"), memberOf(given, "status") ?? "New"];
  if (!isJsonObject(given) || typeof title !== "string" || title === "")
    return { refusal: badRequest("The request content was invalid: title is required.") };
  if (status !== "New" && status !== "Completed")
    return { refusal: badRequest("The request content was invalid: status is none of the documented ones.") };
  const before = incident.tasks.get(name.toLowerCase());
  if (!before && incident.tasks.size >= TASKS_MAX)
    return { refusal: badRequest(`The incident has ${TASKS_MAX} tasks, which is the most that it can have.`) };
  const description = memberOf(given, "description");
  const task = {
    name,
    properties: {
      title,
      ...(description === undefined ? {} : { description }),
      status,
      createdTimeUtc: before?.properties.createdTimeUtc ?? at,
      lastModifiedTimeUtc: at,
    },
  };
  incident.tasks.set(name.toLowerCase(), task);
  return { task };
}

export function taskJson(workspace: Workspace, incident: Incident, { name, properties }: Resource): Json {
  return {
    id: sentinelResourceId(workspace, `Incidents/${incident.name}/Tasks/${name}`),
    name,
    type: "Microsoft.SecurityInsights/Incidents/Tasks",
    properties,
  };
}
