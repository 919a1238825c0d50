/** ApiConnection: calls a managed connector through a connection. */

import { isObject, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { type CallParts, request } from "../run/call";
import type { Frame } from "../run/frame";
import type { ActionDefinition } from "./definition";
import { jsonPart } from "./http";

export const apiConnection: ActionDefinition = {
  type: "ApiConnection",
  summary: "calls a managed connector through a connection",
  required: ["inputs/host/connection/name", "inputs/method", "inputs/path"],
  run: (frame) => {
    const inputs = frame.evaluated("inputs");
    return request(frame, inputs, connectorCall(frame, inputs, "connector"));
  },
};

/** The call that the inputs of a connector action describe. A webhook subscribes by POST. */
export function connectorCall({ run }: Frame, inputs: Value, kind: "connector" | "webhook"): CallParts {
  const part = (value: Value, name: string): Value => (isObject(value) ? (propertyOf(value, name) ?? null) : null);
  const connection = textOf(part(part(part(inputs, "host"), "connection"), "name"));
  const identity = connectionIdentity(run.parameters.get("$connections") ?? null, connection);
  return {
    kind,
    method: kind === "webhook" ? "POST" : textOf(part(inputs, "method")).toUpperCase(),
    path: textOf(part(inputs, "path")),
    connection,
    ...jsonPart("queries", part(inputs, "queries")),
    ...jsonPart("headers", part(inputs, "headers")),
    ...jsonPart("body", part(inputs, "body")),
    ...(identity ? { identity } : {}),
  };
}

/** A connection calls as the workflow's identity only where its value says so; else as whoever signed it in. */
function connectionIdentity(connections: Value, id: string) {
  if (!isObject(connections)) return undefined;
  for (const connection of connections.values()) {
    if (!isObject(connection) || textOf(propertyOf(connection, "connectionId") ?? null) !== id) continue;
    const properties = propertyOf(connection, "connectionProperties") ?? null;
    const authentication = isObject(properties) ? propertyOf(properties, "authentication") : undefined;
    if (!isObject(authentication)) return undefined;
    const identity = textOf(propertyOf(authentication, "identity") ?? null);
    return { type: textOf(propertyOf(authentication, "type") ?? null), ...(identity === "" ? {} : { identity }) };
  }
  return undefined;
}
