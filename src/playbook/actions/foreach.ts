/** Foreach: runs its actions for each item of an array. */

import { isArray, objectOf, typeName } from "../expressions/value";
import { containerOutcome, skipOthers } from "../run/container";
import type { Frame } from "../run/frame";
import { failed, type Outcome, type Status } from "../run/outcome";
import { type Instance, newInstance } from "../run/record";
import { all, type Routine } from "../run/routine";
import { memberOf, valueAt } from "../workflow/pointer";
import type { Action } from "../workflow/workflow";
import type { ActionDefinition } from "./definition";

/** Source of these limits: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
export const FOREACH_ITEMS_MAX = 100_000;
export const FOREACH_CONCURRENCY_DEFAULT = 20;
export const FOREACH_CONCURRENCY_MAX = 50;

export const foreach: ActionDefinition = {
  type: "Foreach",
  summary: "runs its actions for each item of an array",
  required: ["foreach", "actions"],
  scopes: ["actions"],
  run: function* (frame) {
    const items = frame.evaluated("foreach");
    const inputs = objectOf([["foreach", items]]);
    if (!isArray(items)) {
      const message = `the result of \`foreach\` must be a valid array, got a value of type ${typeName(items)}`;
      return failed("ExpressionEvaluationFailed", message, { inputs });
    }
    if (items.length > FOREACH_ITEMS_MAX) {
      return failed(
        "ForeachItemsLimitExceeded",
        `a loop takes at most ${FOREACH_ITEMS_MAX} items, got ${items.length}`,
        { inputs },
      );
    }
    if (items.length === 0) skipOthers(frame, undefined);
    const iterations = items.map((item, index) =>
      newInstance({ parent: frame.instance, loop: frame.action, item, index }),
    );
    frame.run.instances.push(...iterations);
    return yield* iterated(frame, iterations);
  },
};

function* iterated({ run, action }: Frame, iterations: readonly Instance[]): Routine<Outcome> {
  const [scope] = action.scopes;
  const statuses: Status[] = [];
  const tasks = iterations.map(
    (iteration) =>
      function* (): Routine<void> {
        if (scope) statuses.push(yield* run.runScope(run, scope, iteration));
      },
  );
  yield* all(tasks, concurrencyOf(action) ?? FOREACH_CONCURRENCY_DEFAULT);
  const worst = statuses.find((status) => status !== "Succeeded");
  return { ...containerOutcome(worst ?? "Succeeded"), iterations };
}

/** How many items at once, where the definition says so. */
export function concurrencyOf(action: Action): number | undefined {
  if (String(memberOf(action.json, "operationOptions") ?? "").toLowerCase() === "sequential") return 1;
  const repetitions = valueAt(action.json, "runtimeConfiguration/concurrency/repetitions");
  return typeof repetitions === "number" && repetitions >= 1 ? repetitions : undefined;
}
