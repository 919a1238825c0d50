/** The conditions under which an action runs: those of the Ifs around it. */

import { memberOf } from "./pointer";
import { type Action, ancestorsOf, isType } from "./workflow";

/** Each as text. Which branch the action stands in is not told: who asks wants to know what was thought of. */
export function conditionsAround(action: Action): readonly string[] {
  return ancestorsOf(action)
    .filter((each) => isType(each, "If"))
    .map(({ json }) => JSON.stringify(memberOf(json, "expression") ?? ""));
}
