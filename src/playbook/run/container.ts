/** What containers of actions share: how they end, and what they skip. */

import { objectOf } from "../expressions/value";
import type { Action, Scope } from "../workflow/workflow";
import { type Frame, timestamp } from "./frame";
import { type Outcome, type Status, succeeded } from "./outcome";
import type { Instance } from "./record";

/** A container ends as its actions do. */
export function containerOutcome(status: Status): Outcome {
  if (status === "Succeeded") return succeeded(objectOf([]));
  const error = { code: "ActionFailed", message: "an action failed, and no action after it handled that" };
  return { status, code: error.code, error };
}

/** Skips the actions of the scopes that are not chosen. */
export function skipOthers({ run, action, instance }: Frame, chosen: Scope | undefined): void {
  const time = timestamp(run);
  for (const other of action.scopes) {
    if (other === chosen) continue;
    for (const inner of other.actions) skip(inner, instance, time);
  }
}

/** Skips an action; a skipped container skips all that is inside. */
export function skip(action: Action, instance: Instance, time: string): void {
  const error = { code: "ActionSkipped", message: "the action was skipped: what it runs after did not end as it asks" };
  instance.records.set(action, {
    action,
    status: "Skipped",
    code: "ActionSkipped",
    error,
    startTime: time,
    endTime: time,
  });
  for (const scope of action.scopes) for (const inner of scope.actions) skip(inner, instance, time);
}
