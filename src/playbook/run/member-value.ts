/** The members of actions as values; each is converted once, however often the action runs. */

import { fromJson, type Value } from "../expressions/value";
import { valueAt } from "../workflow/pointer";
import type { Action } from "../workflow/workflow";

/** By action and path. */
export type MemberValues = Map<Action, Map<string, Value>>;

/** The value at a path such as `inputs/body`; null where there is none. */
export function memberValue(known: MemberValues, action: Action, path: string): Value {
  let members = known.get(action);
  if (!members) {
    members = new Map();
    known.set(action, members);
  }
  const value = members.get(path);
  if (value !== undefined) return value;
  const made = fromJson(valueAt(action.json, path));
  members.set(path, made);
  return made;
}
