/** What a run leaves behind on the incident: one comment, and, where it acts, tags and tasks. */

import { type ActionJson, call, connectorCall, literal } from "../parts/actions";
import type { StepPlaybook } from "./step-playbook";

/** Version of the API. Source: https://learn.microsoft.com/rest/api/securityinsights/incident-comments, read 2026-11-23. */
const API_VERSION = "2024-09-01";

/** Characters of a comment. Source: https://learn.microsoft.com/azure/sentinel/investigate-incidents, read 2026-11-23. */
const COMMENT_CHARS_MAX = 30_000;

/** What a child answers when its step needs nobody any more: it did it, or there was nothing to do. */
export const PASSED = ["done", "already"] as const;
/** What it answers when nothing failed. */
export const ENDED = [...PASSED, "refused"] as const;

const INCIDENT_NAME = "last(split(outputs('Incident')?['id'], '/'))";

function incidentPart({ workspace }: StepPlaybook, part: string): string {
  const incident = `https://management.azure.com${workspace}/providers/Microsoft.SecurityInsights/incidents/@{${INCIDENT_NAME}}`;
  return `${incident}/${part}?api-version=${API_VERSION}`;
}

/** The comment's id is made of playbook and run, so that a call that is tried again writes the same comment. */
export function comment(playbook: StepPlaybook, text: string): ActionJson {
  // A run's name is a long number with CU in it: twelve digits of it end the GUID.
  const run = "replace(replace(toLower(workflow()?['run']?['name']), 'cu', ''), '-', '')";
  const id = `${playbook.guid.slice(0, 24)}@{substring(concat(${run}, '000000000000000000000000'), 10, 12)}`;
  return call({
    method: "PUT",
    uri: incidentPart(playbook, `comments/${id}`),
    body: { properties: { message: `@{slice(${text}, 0, ${COMMENT_CHARS_MAX})}` } },
  });
}

interface Task {
  /** GUIDs' halves: an expression that gives the first 24 characters, and the last 12. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export function task(playbook: StepPlaybook, { id, title, description }: Task): ActionJson {
  return call({
    method: "PUT",
    uri: incidentPart(playbook, `tasks/${id}`),
    body: { properties: { title, description, status: "New" } },
  });
}

/** Adds tags and keeps the others. */
export function tags(list: string): ActionJson {
  return connectorCall("azuresentinel", "put", "/Incidents", {
    incidentArmId: "@outputs('Incident')?['id']",
    tagsToAdd: { TagsToAdd: `@${list}` },
  });
}

/** Takes tags off that are there. */
export function untag(list: string): ActionJson {
  return connectorCall("azuresentinel", "put", "/Incidents", {
    incidentArmId: "@outputs('Incident')?['id']",
    tagsToRemove: { TagsToRemove: `@${list}` },
  });
}

/** An expression: the tag that remembers that a step did something about an account or address, both given as expressions. */
export function memoryTag({ memoryKey }: StepPlaybook, step: string, about: string): string {
  return `concat(${literal(`picket:${memoryKey}:`)}, ${step}, ':', ${about})`;
}

/** An expression: whether the incident has that very tag, and not one that only begins so: 203.0.113.9 is not 203.0.113.99. */
export function isRemembered(playbook: StepPlaybook, step: string, about: string): string {
  return `contains(string(outputs('Incident')?['labels']), concat('"', ${memoryTag(playbook, literal(step), about)}, '"'))`;
}
