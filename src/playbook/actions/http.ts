/** Http: calls any address, with the workflow's own identity where the definition says so. */

import { isObject, propertyOf, toJson, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { type CallParts, request } from "../run/call";
import { callIdentity } from "../run/call-identity";
import type { ActionDefinition } from "./definition";

export const http: ActionDefinition = {
  type: "Http",
  summary: "calls any address",
  required: ["inputs/method", "inputs/uri"],
  run: (frame) => {
    const inputs = frame.evaluated("inputs");
    return request(frame, inputs, httpCall(inputs));
  },
};

/** The call that the inputs of an HTTP action describe. */
export function httpCall(inputs: Value): CallParts {
  const part = (name: string): Value => (isObject(inputs) ? (propertyOf(inputs, name) ?? null) : null);
  const identity = callIdentity(part("authentication"));
  return {
    kind: "http",
    method: textOf(part("method")).toUpperCase(),
    uri: withQueries(textOf(part("uri")), part("queries")),
    ...jsonPart("headers", part("headers")),
    ...jsonPart("body", part("body")),
    ...(identity ? { identity } : {}),
  };
}

/** A part of a call, where it is there. */
export function jsonPart<Name extends "headers" | "body" | "queries">(name: Name, value: Value) {
  return (value === null ? {} : { [name]: toJson(value) }) as { readonly [Key in Name]?: ReturnType<typeof toJson> };
}

function withQueries(uri: string, queries: Value): string {
  if (!isObject(queries) || queries.size === 0) return uri;
  const text = [...queries].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`);
  return `${uri}${uri.includes("?") ? "&" : "?"}${text.join("&")}`;
}
