/** Function: calls an Azure function. */

import { isObject, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { request } from "../run/call";
import { callIdentity } from "../run/call-identity";
import type { ActionDefinition } from "./definition";
import { jsonPart } from "./http";

export const functionAction: ActionDefinition = {
  type: "Function",
  summary: "calls an Azure function",
  required: ["inputs/function/id"],
  run: (frame) => {
    const inputs = frame.evaluated("inputs");
    const part = (value: Value, name: string): Value => (isObject(value) ? (propertyOf(value, name) ?? null) : null);
    const identity = callIdentity(part(inputs, "authentication"));
    return request(frame, inputs, {
      kind: "other",
      method: textOf(part(inputs, "method")).toUpperCase() || "POST",
      path: textOf(part(part(inputs, "function"), "id")),
      ...jsonPart("queries", part(inputs, "queries")),
      ...jsonPart("headers", part(inputs, "headers")),
      ...jsonPart("body", part(inputs, "body")),
      ...(identity ? { identity } : {}),
    });
  },
};
