/** Until: repeats its actions until a condition is met. */

import { isoDurationMilliseconds } from "../expressions/time/time-span";
import { objectOf } from "../expressions/value";
import { isMet } from "../run/condition";
import { containerOutcome } from "../run/container";
import type { Status } from "../run/outcome";
import { valueAt } from "../workflow/pointer";
import type { Action } from "../workflow/workflow";
import type { ActionDefinition } from "./definition";

/** Source of these limits: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
export const UNTIL_COUNT_DEFAULT = 60;
export const UNTIL_COUNT_MAX = 5000;
const UNTIL_TIMEOUT_DEFAULT = "PT1H";

export const until: ActionDefinition = {
  type: "Until",
  summary: "repeats its actions until a condition is met",
  required: ["expression", "actions"],
  scopes: ["actions"],
  run: function* ({ run, action, instance, member, context }) {
    const [scope] = action.scopes;
    const { count, timeoutMilliseconds } = untilLimits(action);
    const start = run.clock.now;
    let status: Status = "Succeeded";
    let round = 0;
    do {
      instance.rounds.set(action, round);
      status = scope ? yield* run.runScope(run, scope, instance) : "Succeeded";
      round += 1;
      if (run.ended) break;
    } while (!isMet(member("expression"), context()) && round < count && run.clock.now - start < timeoutMilliseconds);
    instance.rounds.delete(action);
    // UNVERIFIED: reaching the limit is taken not to fail the loop; a run in a tenant would settle it.
    return { ...containerOutcome(status), inputs: objectOf([["iterationCount", BigInt(round)]]) };
  },
};

/** Rounds and time after which an Until ends anyway. */
export function untilLimits(action: Action): { readonly count: number; readonly timeoutMilliseconds: number } {
  const count = Number(valueAt(action.json, "limit/count") ?? UNTIL_COUNT_DEFAULT);
  const timeout = String(valueAt(action.json, "limit/timeout") ?? UNTIL_TIMEOUT_DEFAULT);
  return {
    count: Number.isFinite(count) ? Math.min(Math.max(count, 1), UNTIL_COUNT_MAX) : UNTIL_COUNT_DEFAULT,
    timeoutMilliseconds: isoDurationMilliseconds(timeout) ?? 3_600_000,
  };
}
