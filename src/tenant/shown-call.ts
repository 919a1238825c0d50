/** A call as people write it: without host, version and the long way to the workspace. */

import type { RecordedCall } from "../playbook/run";
import { apiRequest } from "./api/request";
import type { ShownCall } from "./faults";

export function shownCall(call: Pick<RecordedCall, "method" | "uri" | "path">): ShownCall {
  const { host, segments } = apiRequest({ ...call, at: "1970-01-01T00:00:00Z" } as RecordedCall & {
    readonly attempt: number;
  });
  const path = `/${segments.join("/")}`;
  const method = call.method.toUpperCase();
  if (host === "graph.microsoft.com") return { method, path: path.replace(/^\/(v1\.0|beta)/, "") };
  const below = /\/providers\/Microsoft\.SecurityInsights(\/.*)$/i.exec(path)?.[1];
  return { method, path: host === "management.azure.com" && below !== undefined ? below : path };
}
