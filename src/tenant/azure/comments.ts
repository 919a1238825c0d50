/** Comments of incidents. */

import type { Json } from "../../plan";
import { ok, type Reply } from "../api/reply";
import { memberOf } from "../api/request";
import { type Incident, type Resource, sentinelResourceId, type Workspace } from "../workspace";
import { badRequest, notFound } from "./arm-error";
import { type AzureRoute, page, SENTINEL_PATH } from "./azure-route";
import { incidentOf } from "./incidents";

const COMMENTS = `${SENTINEL_PATH}/incidents/{incident}/comments`;

/** Source: https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-25. */
const COMMENT_CHARACTERS_MAX = 30_000;
const COMMENTS_MAX = 100;

export const commentRoutes: readonly AzureRoute[] = [
  {
    method: "GET",
    path: COMMENTS,
    source: page("securityinsights/incident-comments/list"),
    operation: "Microsoft.SecurityInsights/incidents/comments/read",
    answer: (call) => {
      const incident = incidentOf(call);
      if (!incident) return notFound("The incident");
      const { workspace } = call.tenant;
      return ok({ value: [...incident.comments.values()].map((each) => commentJson(workspace, incident, each)) });
    },
  },
  {
    method: "GET",
    path: `${COMMENTS}/{comment}`,
    source: page("securityinsights/incident-comments/get"),
    operation: "Microsoft.SecurityInsights/incidents/comments/read",
    answer: (call) => {
      const incident = incidentOf(call);
      const comment = incident?.comments.get((call.parts.comment ?? "").toLowerCase());
      return incident && comment ? ok(commentJson(call.tenant.workspace, incident, comment)) : notFound("The comment");
    },
  },
  {
    method: "PUT",
    path: `${COMMENTS}/{comment}`,
    source: page("securityinsights/incident-comments/create-or-update"),
    operation: "Microsoft.SecurityInsights/incidents/comments/write",
    answer: (call) => {
      const incident = incidentOf(call);
      if (!incident) return notFound("The incident");
      const message = memberOf(memberOf(call.request.body, "properties"), "message");
      const before = incident.comments.has((call.parts.comment ?? "").toLowerCase());
      const written = writtenComment(incident, call.parts.comment ?? "", { message, at: call.request.at });
      if ("refusal" in written) return written.refusal;
      return { statusCode: before ? 200 : 201, body: commentJson(call.tenant.workspace, incident, written.comment) };
    },
  },
];

/** Adds a comment, or writes it anew where its name is there already. */
export function writtenComment(
  incident: Incident,
  name: string,
  { message, at }: { readonly message: Json | undefined; readonly at: string },
): { readonly comment: Resource } | { readonly refusal: Reply } {
  if (typeof message !== "string" || message === "")
    return { refusal: badRequest("The request content was invalid: message is required.") };
  if (message.length > COMMENT_CHARACTERS_MAX)
    return { refusal: badRequest(`The message has more than ${COMMENT_CHARACTERS_MAX} characters.`) };
  const before = incident.comments.get(name.toLowerCase());
  if (!before && incident.comments.size >= COMMENTS_MAX)
    return { refusal: badRequest(`The incident has ${COMMENTS_MAX} comments, which is the most that it can have.`) };
  const created = before?.properties.createdTimeUtc ?? at;
  const comment = { name, properties: { message, createdTimeUtc: created, lastModifiedTimeUtc: at } };
  incident.comments.set(name.toLowerCase(), comment);
  return { comment };
}

export function commentJson(workspace: Workspace, incident: Incident, { name, properties }: Resource): Json {
  return {
    id: sentinelResourceId(workspace, `Incidents/${incident.name}/Comments/${name}`),
    name,
    type: "Microsoft.SecurityInsights/Incidents/Comments",
    properties,
  };
}
