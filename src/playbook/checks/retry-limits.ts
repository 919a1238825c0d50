/** PKT4113: a retry policy that the service refuses. */

import type { Diagnostic } from "../../diagnostics";
import { isoDurationMilliseconds } from "../expressions/time/time-span";
import { RETRIES_MAX } from "../run/retry-policy";
import { below, isJsonObject, memberOf, valueAt } from "../workflow/pointer";
import type { Action } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { at, type WorkflowCheck } from "./workflow-check";

const example = (retryPolicy: object) =>
  workflowText({ Call: { type: "Http", inputs: { method: "GET", uri: "https://contoso.example", retryPolicy } } });

export const retryLimits: WorkflowCheck = {
  code: "PKT4113",
  severity: "error",
  title: "a retry policy that the service refuses",
  why: "A policy is none, fixed or exponential, with 1 to 90 retries and intervals of 5 seconds to one day.",
  source: "https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling, read 2026-11-23",
  avoid: example({ type: "fixed", count: 91, interval: "PT10S" }),
  prefer: example({ type: "fixed", count: 3, interval: "PT10S" }),
  nearMiss: example({ type: "exponential", count: RETRIES_MAX, interval: "PT5S" }),
  run: function* ({ actions }) {
    for (const action of actions) {
      const policy = valueAt(action.json, "inputs/retryPolicy");
      if (isJsonObject(policy)) yield* mistakesOf(action, policy);
    }
  },
};

const TYPES = ["none", "fixed", "exponential"];
const INTERVAL_SECONDS = { least: 5, most: 86_400 };

function* mistakesOf(action: Action, policy: Readonly<Record<string, unknown>>): Generator<Diagnostic> {
  const pointer = below(action.pointer, "inputs", "retryPolicy");
  const type = memberOf(policy, "type");
  if (typeof type === "string" && !type.includes("@") && !TYPES.includes(type.toLowerCase())) {
    yield at(retryLimits, action, `unknown retry policy \`${type}\`; one of ${TYPES.join(", ")}`, {
      pointer: below(pointer, "type"),
    });
  }
  const count = memberOf(policy, "count");
  if (typeof count === "number" && (count < 1 || count > RETRIES_MAX)) {
    yield at(retryLimits, action, `a call is retried 1 to ${RETRIES_MAX} times, got ${count}`, {
      pointer: below(pointer, "count"),
    });
  }
  const interval = memberOf(policy, "interval");
  if (typeof interval !== "string" || interval.includes("@")) return;
  const seconds = (isoDurationMilliseconds(interval) ?? 0) / 1000;
  if (seconds < INTERVAL_SECONDS.least || seconds > INTERVAL_SECONDS.most) {
    yield at(retryLimits, action, `the interval \`${interval}\` must be 5 seconds to one day`, {
      pointer: below(pointer, "interval"),
      severity: "warning",
    });
  }
}
