/** One action in one pass: what it can read, evaluate and change. */

import { type ExpressionContext, newMeter } from "../expressions/context";
import { evaluateTemplate } from "../expressions/evaluate";
import { beyondLimit, invalid } from "../expressions/failure";
import { type Time, ticksOfUnixMilliseconds, timeOf } from "../expressions/time/time";
import { objectOf, type Value } from "../expressions/value";
import { type Action, actionNamed, isType, type Scope, type Workflow } from "../workflow/workflow";
import type { RecordedCall } from "./connector";
import { type MemberValues, memberValue } from "./member-value";
import type { RunError, Status } from "./outcome";
import { type ActionRecord, chainOf, type Instance, recordValue, viewFrom } from "./record";
import type { Routine } from "./routine";
import type { Clock } from "./scheduler";
import type { Variable } from "./variables";

/** What one run shares. */
export interface Run {
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly random: () => number;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly trigger: Value;
  /** What `workflow()` gives. */
  readonly workflowRecord: () => Value;
  readonly variables: Map<string, Variable>;
  readonly members: MemberValues;
  readonly calls: RecordedCall[];
  /** Its resource id, where another workflow called it. */
  readonly calledAs: string | undefined;
  /** Runs of the workflows that were called, also by those. */
  readonly children: ChildRun[];
  /** The run's own pass and those of all loops. */
  readonly instances: Instance[];
  readonly root: Instance;
  response: RunResponse | undefined;
  /** Set by Terminate. What is under way then ends as cancelled, what has not started is skipped. */
  ended: { readonly status: Status; readonly error?: RunError } | undefined;
  /** Actions that may still start. */
  stepsLeft: number;
  readonly runScope: (run: Run, scope: Scope, instance: Instance) => Routine<Status>;
  readonly child: (frame: Frame, inputs: Value) => Routine<ChildAnswer | undefined>;
}

/** The run of a called workflow. */
export interface ChildRun {
  /** Resource id of the workflow. */
  readonly workflow: string;
  /** Resource id of the workflow that called it; absent for the run itself. */
  readonly caller?: string;
  /** The action that called it, and the loops around that. */
  readonly action: string;
  readonly iteration: readonly number[];
  readonly status: Status;
  readonly actions: Readonly<Record<string, Status>>;
  readonly errors: Readonly<Record<string, RunError>>;
  /** Its own calls; those of workflows that it called are theirs. */
  readonly calls: readonly RecordedCall[];
}

export interface RunResponse {
  readonly statusCode: number;
  readonly headers: Value;
  readonly body: Value;
}

/** What a child workflow answered; undefined in the place of one means that the connectors answer. */
export interface ChildAnswer {
  readonly statusCode: number;
  readonly headers: Value;
  readonly body: Value;
}

export interface Frame {
  readonly run: Run;
  readonly action: Action;
  readonly instance: Instance;
  /** A member of the action as a value, not evaluated. */
  readonly member: (path: string) => Value;
  /** A member of the action, evaluated; with an item for data operations. */
  readonly evaluated: (path: string, item?: Value) => Value;
  /** What expressions of the action can ask for. */
  readonly context: (item?: Value) => ExpressionContext;
}

/** Actions that one run may start; Until and Foreach together could otherwise go on for hours. */
export const STEPS_MAX = 100_000;

export function newFrame(run: Run, action: Action, instance: Instance): Frame {
  run.stepsLeft -= 1;
  if (run.stepsLeft < 0) beyondLimit(`the run starts more than ${STEPS_MAX} actions`);
  const member = (path: string) => memberValue(run.members, action, path);
  const plain = contextOf(run, action, instance);
  const context = (item?: Value) => (item === undefined ? plain : { ...plain, now: timeNow(run), item: () => item });
  return {
    run,
    action,
    instance,
    member,
    context,
    evaluated: (path, item) => evaluateTemplate(member(path), context(item)),
  };
}

/** Marks what a called workflow does. */
export function calledAs(run: Pick<Run, "calledAs">): { readonly workflow?: string } {
  return run.calledAs === undefined ? {} : { workflow: run.calledAs };
}

export function timeNow({ clock }: Run): Time {
  return timeOf(ticksOfUnixMilliseconds(clock.now), "utc");
}

/** The time now with seven fraction digits, of which a run uses three. Much happens at one time, so the last text is kept. */
export function timestamp({ clock }: Pick<Run, "clock">): string {
  if (clock.shown?.now !== clock.now) {
    clock.shown = { now: clock.now, text: `${new Date(clock.now).toISOString().slice(0, -1)}0000Z` };
  }
  return clock.shown.text;
}

function contextOf(run: Run, action: Action, instance: Instance): ExpressionContext {
  return {
    get now() {
      return timeNow(run);
    },
    random: run.random,
    parameter: (name) => run.parameters.get(name.toLowerCase()),
    variable: (name) => run.variables.get(name.toLowerCase())?.value,
    action: (name) => {
      const target = actionNamed(run.workflow, name);
      return target && viewFrom(instance, target);
    },
    results: (name) => resultsOf(run, instance, name),
    items: (name) => loopInstance(instance, name)?.item,
    iterationIndex: (name) => roundOf(instance, name),
    item: () => loopInstance(instance)?.item,
    currentAction: () => currentRecord(instance, action),
    trigger: () => run.trigger,
    workflow: run.workflowRecord,
    callbackUrl: () => `https://callback.invalid/workflows/run/actions/${encodeURIComponent(action.name)}`,
    meter: newMeter(),
  };
}

/** The pass of a loop by its name, or of the nearest loop. */
function loopInstance(instance: Instance, name?: string): Instance | undefined {
  for (const each of chainOf(instance)) {
    if (each.loop && (name === undefined || each.loop.name.toLowerCase() === name.toLowerCase())) return each;
  }
  return undefined;
}

function roundOf(instance: Instance, name: string): bigint | undefined {
  const wanted = name.toLowerCase();
  for (const { rounds, loop, index } of chainOf(instance)) {
    for (const [until, round] of rounds) if (until.name.toLowerCase() === wanted) return BigInt(round);
    if (loop?.name.toLowerCase() === wanted) return BigInt(index);
  }
  return undefined;
}

function currentRecord(instance: Instance, action: Action): Value {
  const record = instance.records.get(action);
  return record ? recordValue(record) : objectOf([["name", action.name]]);
}

/** The records of the first-level actions of a scope; of a Foreach, each with its repetitions as outputs. */
function resultsOf(run: Run, instance: Instance, name: string): Value | undefined {
  const scope = actionNamed(run.workflow, name);
  if (!scope) return undefined;
  const holder = [...chainOf(instance)].find(({ records }) => records.has(scope));
  const record = holder?.records.get(scope);
  if (!holder || !record) return undefined;
  const [first] = scope.scopes;
  if (!first) return invalid(`\`${name}\` holds no actions, so it has no results`);
  const actions = scope.scopes.flatMap((each) => each.actions);
  if (!isType(scope, "Foreach")) {
    return actions.flatMap((each) => recordOrNothing(holder.records.get(each)));
  }
  return actions.map((each) =>
    objectOf([
      ["name", each.name],
      ["outputs", (record.iterations ?? []).flatMap(({ records }) => recordOrNothing(records.get(each)))],
    ]),
  );
}

function recordOrNothing(record: ActionRecord | undefined): readonly Value[] {
  return record ? [recordValue(record)] : [];
}
