/** Which actions have ended when an action starts. */

import { type Action, ancestorsOf } from "./workflow";

/** Every action that `action`, or a container around it, waits for, directly or not, the nearest first; without what lies inside those. */
export function* endedBefore(action: Action): Generator<Action> {
  const seen = new Set<Action>();
  const pending = [action, ...ancestorsOf(action)].flatMap(({ predecessors }) => predecessors);
  for (let index = 0; index < pending.length; index++) {
    const next = pending[index];
    if (!next || seen.has(next)) continue;
    seen.add(next);
    pending.push(...next.predecessors);
    yield next;
  }
}

/** Has `target`, or a container around it, ended when `action` starts? */
export function hasEnded(target: Action, action: Action): boolean {
  const wanted = new Set([target, ...ancestorsOf(target)]);
  for (const each of endedBefore(action)) if (wanted.has(each)) return true;
  return false;
}

/** Is `inner` inside `outer`, at any depth? */
export function isInside(inner: Action, outer: Action): boolean {
  return ancestorsOf(inner).includes(outer);
}

/** With which statuses others must have ended for an action to run, and for the containers around it. */
function conditionsOf(action: Action): ReadonlyMap<Action, readonly string[]> {
  const conditions = new Map<Action, readonly string[]>();
  const pending = new Set([action, ...ancestorsOf(action)]);
  for (const each of pending) {
    for (const { name, statuses } of each.runAfter) {
      const other = each.scope.byName.get(name.toLowerCase());
      if (!other) continue;
      const wanted = statuses.map((status) => String(status).toLowerCase());
      conditions.set(other, conditions.get(other)?.filter((status) => wanted.includes(status)) ?? wanted);
      // What has not been skipped has run, so what it waits for was met too.
      if (!wanted.includes("skipped")) pending.add(other);
    }
  }
  return conditions;
}

/** Do both wait for one action, for different ends of it? */
export function runApart(left: Action, right: Action): boolean {
  const conditions = conditionsOf(left);
  return [...conditionsOf(right)].some(
    ([other, statuses]) => conditions.get(other)?.every((status) => !statuses.includes(status)) ?? false,
  );
}
