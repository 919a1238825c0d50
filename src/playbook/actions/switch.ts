/** Switch: the case that equals a value, else the default. */

import { isSame } from "../expressions/equality";
import { fromJson, objectOf } from "../expressions/value";
import { containerOutcome, skipOthers } from "../run/container";
import { memberOf, valueAt } from "../workflow/pointer";
import type { ActionDefinition } from "./definition";

/** Most cases. Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config, read 2026-11-23. */
export const SWITCH_CASES_MAX = 25;

export const switchAction: ActionDefinition = {
  type: "Switch",
  summary: "runs the case that equals a value, else the default",
  required: ["expression", "cases"],
  scopes: ["cases/*", "default/actions"],
  run: function* (frame) {
    const { run, action, instance, evaluated } = frame;
    const value = evaluated("expression");
    const cases = action.scopes.filter(({ pointer }) => pointer.startsWith(`${action.pointer}/cases/`));
    const chosen =
      cases.find(({ name }) =>
        isSame(fromJson(memberOf(memberOf(valueAt(action.json, "cases"), name), "case")), value),
      ) ?? action.scopes.find((each) => !cases.includes(each));
    skipOthers(frame, chosen);
    const outcome = containerOutcome(chosen ? yield* run.runScope(run, chosen, instance) : "Succeeded");
    return { ...outcome, inputs: objectOf([["expression", value]]) };
  },
};
