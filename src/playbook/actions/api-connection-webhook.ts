/** ApiConnectionWebhook: asks through a connector and waits for the answer, as approvals do. */

import { isoDurationMilliseconds } from "../expressions/time/time-span";
import type { Value } from "../expressions/value";
import { answerOutputs, type CallParts, callOnce, timedOut } from "../run/call";
import type { Frame } from "../run/frame";
import { failed, type Outcome, succeeded } from "../run/outcome";
import { type Routine, sleep } from "../run/routine";
import { valueAt } from "../workflow/pointer";
import { connectorCall } from "./api-connection";
import type { ActionDefinition } from "./definition";

export const apiConnectionWebhook: ActionDefinition = {
  type: "ApiConnectionWebhook",
  summary: "asks through a connector and waits for the answer",
  required: ["inputs/host/connection/name", "inputs/path"],
  run: (frame) => {
    const inputs = frame.evaluated("inputs");
    return awaited(frame, inputs, connectorCall(frame, inputs, "webhook"));
  },
};

/** Longest run, and so longest wait. Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
export const RUN_DAYS_MAX = 90;
const DAY_MILLISECONDS = 86_400_000;

/** Subscribes and waits: the answer of the world is what comes back, or nobody answers until the time limit. */
export function* awaited(frame: Frame, inputs: Value, parts: CallParts): Routine<Outcome> {
  const limit = valueAt(frame.action.json, "limit/timeout");
  const patience = typeof limit === "string" ? isoDurationMilliseconds(limit) : undefined;
  const start = frame.run.clock.now;
  const answer = yield* callOnce(frame, parts);
  if (!answer) {
    yield* sleep(patience ?? RUN_DAYS_MAX * DAY_MILLISECONDS);
    return timedOut(inputs);
  }
  if (patience !== undefined && frame.run.clock.now - start > patience) return timedOut(inputs);
  const outputs = answerOutputs(answer);
  if (answer.statusCode < 400) return succeeded(inputs, outputs);
  return failed("BadRequest", `the webhook was answered with ${answer.statusCode}`, { inputs, outputs });
}
