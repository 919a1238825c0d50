/** PKT4111: how many items a loop takes at once. */

import { FOREACH_CONCURRENCY_MAX } from "../actions/foreach";
import { below, memberOf, valueAt } from "../workflow/pointer";
import { isType } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { at, LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

const example = (parts: object) => workflowText({ Loop: { type: "Foreach", foreach: [1], actions: {}, ...parts } });

export const loopConcurrency: WorkflowCheck = {
  code: "PKT4111",
  severity: "error",
  title: "a loop that is both sequential and concurrent, or takes too many items at once",
  why: "A Foreach takes 1 to 50 items at once. `operationOptions: Sequential` says the same as one repetition; the service refuses both together.",
  source: LIMITS_SOURCE,
  avoid: example({ operationOptions: "Sequential", runtimeConfiguration: { concurrency: { repetitions: 1 } } }),
  prefer: example({ runtimeConfiguration: { concurrency: { repetitions: 1 } } }),
  nearMiss: example({ runtimeConfiguration: { concurrency: { repetitions: FOREACH_CONCURRENCY_MAX } } }),
  run: function* ({ actions }) {
    for (const action of actions.filter((each) => isType(each, "Foreach"))) {
      const repetitions = valueAt(action.json, "runtimeConfiguration/concurrency/repetitions");
      const isSequential = String(memberOf(action.json, "operationOptions")).toLowerCase() === "sequential";
      if (isSequential && repetitions !== undefined) {
        yield at(
          loopConcurrency,
          action,
          "the loop has both `operationOptions: Sequential` and `repetitions`; one of them is enough",
          { pointer: below(action.pointer, "operationOptions") },
        );
      }
      if (
        typeof repetitions === "number" &&
        !(Number.isInteger(repetitions) && repetitions >= 1 && repetitions <= FOREACH_CONCURRENCY_MAX)
      ) {
        yield at(
          loopConcurrency,
          action,
          `a loop takes 1 to ${FOREACH_CONCURRENCY_MAX} items at once, got ${repetitions}`,
          { pointer: below(action.pointer, "runtimeConfiguration", "concurrency", "repetitions") },
        );
      }
    }
  },
};
