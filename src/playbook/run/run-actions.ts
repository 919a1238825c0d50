/** Runs the actions of a scope, each as soon as what it waits for has ended. */

import { actionDefinition } from "../actions/registry";
import { ExpressionFailure, unsupported } from "../expressions/failure";
import type { Action, Scope } from "../workflow/workflow";
import { UnansweredCall } from "./call";
import { skip } from "./container";
import { newFrame, type Run, timestamp } from "./frame";
import { failed, type Outcome, type Status } from "./outcome";
import type { Instance } from "./record";
import { all, type Routine } from "./routine";
import { scopeStatus } from "./scope-status";
import { staticOutcome } from "./static-result";

/** Runs a scope to its end and gives its status. */
export function* runScope(run: Run, scope: Scope, instance: Instance): Routine<Status> {
  // A round of an Until starts afresh.
  for (const action of scope.actions) instance.records.delete(action);
  const waiting = new Set(scope.actions);
  const first = takeReady(scope, instance, waiting);
  yield* all(
    first.map((action) => () => runFrom(run, action, instance, waiting)),
    Number.POSITIVE_INFINITY,
  );
  if (run.ended) return "Cancelled";
  if (waiting.size > 0) return unsupported(`the actions ${namesOf(waiting)} wait for each other`);
  return scopeStatus(scope, (action) => instance.records.get(action)?.status ?? "Skipped");
}

/** Runs an action and then those that waited for it alone or for it last. */
function* runFrom(run: Run, start: Action, instance: Instance, waiting: Set<Action>): Routine<void> {
  for (let action: Action | undefined = start; action && !run.ended; ) {
    yield* runAction(run, action, instance);
    if (run.ended) return;
    const freed: readonly Action[] = takeReady(action.scope, instance, waiting, action);
    if (freed.length === 1) action = freed[0];
    else {
      action = undefined;
      yield* all(
        freed.map((each) => () => runFrom(run, each, instance, waiting)),
        Number.POSITIVE_INFINITY,
      );
    }
  }
}

/** Takes the actions out of those that wait which have nothing left to wait for; with `ended`, only of those after it. */
function takeReady(scope: Scope, instance: Instance, waiting: Set<Action>, ended?: Action): readonly Action[] {
  const ready = (ended ? ended.successors : scope.actions).filter(
    (action) => waiting.has(action) && action.predecessors.every((before) => instance.records.has(before)),
  );
  for (const action of ready) waiting.delete(action);
  return ready;
}

function namesOf(actions: Iterable<Action>): string {
  return [...actions].map(({ name }) => `\`${name}\``).join(", ");
}

function* runAction(run: Run, action: Action, instance: Instance): Routine<void> {
  const startTime = timestamp(run);
  if (!isDue(action, instance)) {
    skip(action, instance, startTime);
    return;
  }
  instance.underWay.add(action);
  const outcome = yield* guarded(run, action, instance);
  instance.underWay.delete(action);
  instance.records.set(action, { ...outcome, action, startTime, endTime: timestamp(run) });
}

function isDue(action: Action, instance: Instance): boolean {
  return action.runAfter.every(({ name, statuses }) => {
    const before = action.predecessors.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const status = before && instance.records.get(before)?.status;
    return status !== undefined && statuses.some((each) => String(each).toLowerCase() === status.toLowerCase());
  });
}

/** A failed evaluation fails the action, as in the service; what can't be evaluated at all ends the run. */
function* guarded(run: Run, action: Action, instance: Instance): Routine<Outcome> {
  const definition = actionDefinition(action.type);
  if (!definition) return unsupported(`unknown type of action \`${action.type}\``);
  const frame = newFrame(run, action, instance);
  try {
    const begun = staticOutcome(frame) ?? definition.run(frame);
    return "status" in begun ? begun : yield* begun;
  } catch (error) {
    if (error instanceof UnansweredCall) throw new ActionStop(action, error);
    if (!(error instanceof ExpressionFailure)) throw error;
    if (error.kind !== "invalid") throw new ActionStop(action, error);
    return failed("InvalidTemplate", error.message);
  }
}

/** Carries the name of the action out of a run that can't go on. */
export class ActionStop extends Error {
  readonly action: Action;
  readonly failure: ExpressionFailure | UnansweredCall;

  constructor(action: Action, failure: ExpressionFailure | UnansweredCall) {
    super(failure.message);
    this.action = action;
    this.failure = failure;
  }
}
