/** What one call needs. */

import { azureNeed } from "./azure-rules";
import { connectorNeed } from "./connector-rules";
import { defenderNeed } from "./defender-rules";
import { graphNeed } from "./graph-rules";
import type { KnownCall, Need } from "./need";

/** The least right for a method and address, or for a connector's path. */
export function needOfCall(given: KnownCall): Need {
  const call = { ...given, method: given.method.toUpperCase() };
  if (call.connector !== undefined) return connectorNeed(call, call.connector, call.path ?? "");
  const authentication = call.authentication ?? "None";
  if (authentication.toLowerCase() !== "managedserviceidentity") return { kind: "credentials", type: authentication };
  const address = /^https:\/\/([^/?#]+)([^?#]*)/i.exec(call.uri ?? "");
  const [, host = "", path = ""] = address ?? [];
  if (!address || host.includes("{}")) return { kind: "unknown", why: "the address is known only in the run" };
  const need = needAt(call, host, path.replace(/\/+$/, ""));
  return need ?? { kind: "unknown", why: `\`${call.method} ${host}${path}\` is not in the tables` };
}

function needAt(call: KnownCall, host: string, path: string): Need | undefined {
  if (/^graph\.microsoft\.com$/i.test(host)) {
    const inner = /^\/(v1\.0|beta)(\/.*)$/i.exec(path)?.[2];
    return inner === undefined ? undefined : graphNeed(call, inner);
  }
  if (/^(api|api-\w+|[a-z-]+\.api)\.(securitycenter|security)\.(microsoft|windows)\.com$/i.test(host))
    return defenderNeed(call, path);
  return azureNeed(call, host, path);
}
