/** What a call is to a test: a read, evidence on the incident, a question to people, or a write. */

import type { RecordedCall } from "../../playbook/run";
import { shownCall } from "../../tenant";

export type CallKind = "read" | "evidence" | "question" | "write" | "workflow";

/** POST by which services are only asked. Sources: the pages of these calls, as the routes of the tenant state them. */
const READING_POSTS = [
  /^\/users\/[^/]+\/(checkMemberGroups|checkMemberObjects|getMemberGroups|getMemberObjects)$/i,
  /^\/v1\/workspaces\/[^/]+\/query$/i,
  /^\/incidents\/[^/]+\/(entities|alerts|bookmarks)$/i,
  /^\/Incidents$/i,
  /^\/entities\/[^/]+$/i,
];

/** Comments and tasks by ARM and by connector. */
const EVIDENCE = [/^\/incidents\/[^/]+\/(comments|tasks)\/[^/]+$/i, /^\/Incidents\/(Comment|CreateTask)$/i];

const MAIL = /^\/v2\/Mail$/i;

export function callKind(call: RecordedCall): CallKind {
  if (call.kind === "workflow") return "workflow";
  if (call.kind === "webhook") return "question";
  const { method, path } = shownCall(call);
  if (method === "GET" || (method === "POST" && READING_POSTS.some((each) => each.test(path)))) return "read";
  if (method === "POST" && MAIL.test(path)) return "question";
  if (EVIDENCE.some((each) => each.test(path))) return "evidence";
  return isTagging(call) ? "evidence" : "write";
}

/** An update of an incident that only adds or takes away tags. */
function isTagging({ method, path = "", body }: RecordedCall): boolean {
  if (method.toUpperCase() !== "PUT" || !/^\/Incidents$/i.test(path)) return false;
  const names = Object.keys(typeof body === "object" && body !== null ? body : {});
  return names.every((name) => ["incidentArmId", "tagsToAdd", "tagsToRemove"].includes(name));
}
