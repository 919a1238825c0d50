/** Terminate: ends the run. */

import { isObject, propertyOf } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import { failed, type Status, succeeded } from "../run/outcome";
import type { ActionDefinition } from "./definition";

/** Statuses that a run can be ended with. */
export const TERMINATE_STATUSES: readonly Status[] = ["Succeeded", "Failed", "Cancelled"];

export const terminate: ActionDefinition = {
  type: "Terminate",
  summary: "ends the run",
  required: ["inputs/runStatus"],
  run: ({ run, evaluated }) => {
    const inputs = evaluated("inputs");
    const wanted = isObject(inputs) ? textOf(propertyOf(inputs, "runStatus") ?? null).toLowerCase() : "";
    const status = TERMINATE_STATUSES.find((each) => each.toLowerCase() === wanted);
    if (!status) return failed("InvalidTerminateStatus", `\`${wanted}\` is not a status that ends a run`, { inputs });
    const error = isObject(inputs) ? propertyOf(inputs, "runError") : undefined;
    const part = (name: string) => (isObject(error) ? textOf(propertyOf(error, name) ?? null) : "");
    run.ended = { status, ...(isObject(error) ? { error: { code: part("code"), message: part("message") } } : {}) };
    return succeeded(inputs);
  },
};
