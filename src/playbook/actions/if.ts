/** If: one of two branches by a condition. */

import { objectOf } from "../expressions/value";
import { isMet } from "../run/condition";
import { containerOutcome, skipOthers } from "../run/container";
import type { ActionDefinition } from "./definition";

export const ifAction: ActionDefinition = {
  type: "If",
  summary: "runs one of two branches by a condition",
  required: ["expression"],
  scopes: ["actions", "else/actions"],
  run: function* (frame) {
    const { run, action, instance, member, context } = frame;
    const result = isMet(member("expression"), context());
    const chosen = action.scopes.find(({ name }) => name === (result ? "actions" : "else"));
    skipOthers(frame, chosen);
    const outcome = containerOutcome(chosen ? yield* run.runScope(run, chosen, instance) : "Succeeded");
    return { ...outcome, inputs: objectOf([["expressionResult", result]]) };
  },
};
