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
