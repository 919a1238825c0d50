/** Which actions have ended when an action starts. */

import { type Action, ancestorsOf, predecessorsOf, type Scope } from "./workflow";

/** Every action that `action`, or a container around it, waits for, directly or not; without what lies inside those. */
export function endedBefore(action: Action): ReadonlySet<Action> {
  const known = endedSets.get(action);
  if (known) return known;
  const ended = new Set<Action>();
  for (const each of [action, ...ancestorsOf(action)]) collectPredecessors(each, ended);
  endedSets.set(action, ended);
  return ended;
}

const endedSets = new WeakMap<Action, ReadonlySet<Action>>();

function collectPredecessors(action: Action, found: Set<Action>): void {
  const pending = [...predecessorsOf(action)];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    pending.push(...predecessorsOf(next));
  }
}

/** Is `target`, or a container around it, among the actions that have ended? */
export function hasEnded(target: Action, ended: ReadonlySet<Action>): boolean {
  return ended.has(target) || ancestorsOf(target).some((ancestor) => ended.has(ancestor));
}

/** Is `inner` inside `outer`, at any depth? */
export function isInside(inner: Action, outer: Action): boolean {
  return ancestorsOf(inner).includes(outer);
}

const successors = new WeakMap<Scope, ReadonlyMap<Action, readonly Action[]>>();

/** The actions beside an action that wait for it, in the order of the definition. */
export function successorsOf(action: Action): readonly Action[] {
  let known = successors.get(action.scope);
  if (!known) {
    const made = new Map<Action, Action[]>();
    for (const each of action.scope.actions) {
      for (const before of new Set(predecessorsOf(each))) made.set(before, [...(made.get(before) ?? []), each]);
    }
    known = made;
    successors.set(action.scope, known);
  }
  return known.get(action) ?? [];
}
