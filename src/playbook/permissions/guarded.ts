/** Whether an action runs only after a call of picket's guard has succeeded. */

import { valueAt } from "../workflow/pointer";
import { type Action, ancestorsOf, isType, siblingNamed } from "../workflow/workflow";

/** Name of the parameter by which a raw definition names the guard. */
export const GUARD_PARAMETER = "picketGuard";

/** All of `runAfter` has to hold, so one path that leads through the guard is enough. */
export function isGuarded(action: Action): boolean {
  return [action, ...ancestorsOf(action)].some((each) => runsAfterGuard(each, new Set()));
}

function runsAfterGuard(action: Action, seen: Set<Action>): boolean {
  if (seen.has(action)) return false;
  seen.add(action);
  return action.runAfter.some(({ name, statuses }) => {
    const before = siblingNamed(action.scope, name);
    const listed = statuses.map((status) => String(status).toLowerCase());
    if (!before || listed.length === 0) return false;
    if (isGuardCall(before)) return listed.every((status) => status === "succeeded");
    // What was not skipped has run, and so the guard before it had succeeded.
    return !listed.includes("skipped") && runsAfterGuard(before, seen);
  });
}

function isGuardCall(action: Action): boolean {
  const id = valueAt(action.json, "inputs/host/workflow/id");
  const pattern = new RegExp(`^@\\{?parameters\\('${GUARD_PARAMETER}'\\)\\}?$`, "i");
  return isType(action, "Workflow") && typeof id === "string" && pattern.test(id.replaceAll(" ", ""));
}
