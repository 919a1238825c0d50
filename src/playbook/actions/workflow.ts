/** Workflow: calls another workflow and waits for its response. */

import { isObject, objectOf, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { request, statusCodeName } from "../run/call";
import type { Frame } from "../run/frame";
import { failed, type Outcome } from "../run/outcome";
import type { Routine } from "../run/routine";
import type { ActionDefinition } from "./definition";
import { jsonPart } from "./http";

export const workflowAction: ActionDefinition = {
  type: "Workflow",
  summary: "calls another workflow and waits for its response",
  required: ["inputs/host/workflow/id", "inputs/host/triggerName"],
  run: (frame) => called(frame),
};

function* called(frame: Frame): Routine<Outcome> {
  const inputs = frame.evaluated("inputs");
  const part = (value: Value, name: string): Value => (isObject(value) ? (propertyOf(value, name) ?? null) : null);
  const host = part(inputs, "host");
  const answer = yield* frame.run.child(frame, inputs);
  if (!answer) {
    const path = `${textOf(part(part(host, "workflow"), "id"))}/triggers/${textOf(part(host, "triggerName"))}/run`;
    return yield* request(frame, inputs, {
      kind: "workflow",
      method: "POST",
      path,
      ...jsonPart("headers", part(inputs, "headers")),
      ...jsonPart("body", part(inputs, "body")),
    });
  }
  const { statusCode, headers, body } = answer;
  const outputs = objectOf([
    ["statusCode", BigInt(statusCode)],
    ["headers", headers],
    ["body", body],
  ]);
  const code = statusCodeName(statusCode);
  if (statusCode < 400) return { status: "Succeeded", code, inputs, outputs };
  return failed(code, `the workflow answered with ${statusCode}`, { inputs, outputs });
}
