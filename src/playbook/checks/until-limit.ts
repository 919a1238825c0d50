/** PKT4112: the limit of an Until. */

import { UNTIL_COUNT_MAX } from "../actions/until";
import { isoDurationMilliseconds } from "../expressions/time/time-span";
import { below, valueAt } from "../workflow/pointer";
import { isType } from "../workflow/workflow";
import { workflowText } from "./example-workflow";
import { at, LIMITS_SOURCE, type WorkflowCheck } from "./workflow-check";

const example = (limit: object) =>
  workflowText({ Wait_for_it: { type: "Until", expression: "@equals(1, 1)", limit, actions: {} } });

export const untilLimit: WorkflowCheck = {
  code: "PKT4112",
  severity: "error",
  title: "an Until with a limit that the service refuses",
  why: "An Until runs 1 to 5,000 rounds, and its time limit is an ISO 8601 duration.",
  source: LIMITS_SOURCE,
  avoid: example({ count: 5001, timeout: "PT1H" }),
  prefer: example({ count: 60, timeout: "PT1H" }),
  nearMiss: example({}),
  run: function* ({ actions }) {
    for (const action of actions.filter((each) => isType(each, "Until"))) {
      const count = valueAt(action.json, "limit/count");
      const timeout = valueAt(action.json, "limit/timeout");
      if (typeof count === "number" && !(Number.isInteger(count) && count >= 1 && count <= UNTIL_COUNT_MAX)) {
        yield at(untilLimit, action, `an Until runs 1 to ${UNTIL_COUNT_MAX} rounds, got ${count}`, {
          pointer: below(action.pointer, "limit", "count"),
        });
      }
      if (typeof timeout === "string" && !timeout.includes("@") && isoDurationMilliseconds(timeout) === undefined) {
        yield at(untilLimit, action, `\`${timeout}\` is not an ISO 8601 duration`, {
          pointer: below(action.pointer, "limit", "timeout"),
        });
      }
    }
  },
};
