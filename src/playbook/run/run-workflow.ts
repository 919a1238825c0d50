/** Runs a workflow offline: its own clock, and a world that answers its calls. */

import { type Diagnostic, finding } from "../../diagnostics";
import { evaluationLimit, failureFinding } from "../checks/evaluation";
import { unansweredCall } from "../checks/unanswered-call";
import { cultureOf, DEFAULT_CULTURE } from "../expressions/culture/cultures";
import { parseTime } from "../expressions/culture/date-parse";
import { ExpressionFailure, type FailureKind } from "../expressions/failure";
import { unixMilliseconds } from "../expressions/time/time";
import { isObject, type Json, toJson } from "../expressions/value";
import type { WorkflowSource } from "../workflow/read-workflow";
import { toldActions } from "./action-statuses";
import { UnansweredCall } from "./call";
import { type ChildWorkflows, childRunner } from "./child-workflow";
import type { Answer, RecordedCall } from "./connector";
import type { ChildRun, Run } from "./frame";
import { newRun, type WorkflowIdentity } from "./new-run";
import type { RunError, Status } from "./outcome";
import { type PreparedWorkflow, prepareWorkflow } from "./prepare";
import { ActionStop, runScope } from "./run-actions";
import { drive } from "./scheduler";

export interface RunRequest extends WorkflowSource, RunOptions {}

export interface RunOptions {
  /** The trigger that fired, by name; the first one when left out. */
  readonly trigger: { readonly name?: string | undefined; readonly outputs?: unknown };
  readonly answer: Answer;
  /** Definitions of called workflows; what is not found is asked of `answer`. */
  readonly children?: ChildWorkflows;
  /** Start of the run, ISO 8601. */
  readonly now: string;
  readonly workflow?: WorkflowIdentity;
}

export interface RunResult {
  readonly status: Status;
  readonly error?: RunError;
  /** The last status of each action; of one in a loop the worst of its passes. */
  readonly actions: Readonly<Record<string, Status>>;
  readonly calls: readonly RecordedCall[];
  /** Runs of called workflows, in the order of their ends; absent where none was called. */
  readonly children?: readonly ChildRun[];
  readonly response?: { readonly statusCode: number; readonly headers?: Json; readonly body?: Json };
  readonly variables: Readonly<Record<string, Json>>;
  /** Why actions failed, by name; the first failure of each. */
  readonly errors: Readonly<Record<string, RunError>>;
  /** Virtual time that the run took. */
  readonly milliseconds: number;
}

export type RunAnswer =
  | { readonly result: RunResult }
  | { readonly refused: FailureKind; readonly diagnostics: readonly Diagnostic[] };

/** Runs a workflow once; never throws for what a definition or a request can hold. */
export function runWorkflow(request: RunRequest): Promise<RunAnswer> {
  return runPrepared(prepareWorkflow(request), request);
}

/** The same for a workflow that is run many times. */
export async function runPrepared(prepared: PreparedWorkflow, options: RunOptions): Promise<RunAnswer> {
  try {
    return { result: await finished(prepared, options) };
  } catch (error) {
    const stop = error instanceof ActionStop ? { action: error.action.name, pointer: error.action.pointer } : {};
    const failure = error instanceof ActionStop ? error.failure : error;
    if (failure instanceof UnansweredCall) {
      return { refused: "invalid", diagnostics: [finding(unansweredCall, { message: failure.message, ...stop })] };
    }
    if (failure instanceof ExpressionFailure) {
      return { refused: failure.kind, diagnostics: [{ ...failureFinding(failure), ...stop }] };
    }
    if (failure instanceof RangeError && /array length|string length|call stack|maximum size/i.test(failure.message)) {
      const message = "the run needs more memory than picket gives it";
      return { refused: "limit", diagnostics: [finding(evaluationLimit, { message, ...stop })] };
    }
    throw error;
  }
}

async function finished(prepared: PreparedWorkflow, options: RunOptions): Promise<RunResult> {
  const { trigger, answer, children, now, workflow: identity } = options;
  const start = unixMilliseconds(parseTime(now, cultureOf(DEFAULT_CULTURE)).ticks);
  const clock = { now: start };
  const child = childRunner(children ?? (() => undefined));
  const run = newRun(
    { prepared, trigger, now, identity },
    { clock, runScope, child, calls: [], calledAs: undefined, children: [] },
  );
  const status = await drive(runScope(run, run.workflow.top, run.root), {
    clock,
    answer,
    isOver: () => run.ended !== undefined,
  });
  return resultOf(run, status ?? "Succeeded", start);
}

function resultOf(run: Run, scopeStatus: Status, start: number): RunResult {
  const { ended, response, calls } = run;
  const { actions, errors } = toldActions(run);
  return {
    status: ended?.status ?? scopeStatus,
    ...(ended?.error ? { error: ended.error } : {}),
    actions,
    calls,
    ...(run.children.length > 0 ? { children: run.children } : {}),
    ...(response ? { response: responseJson(response) } : {}),
    variables: Object.fromEntries([...run.variables.values()].map(({ name, value }) => [name, toJson(value)])),
    errors,
    milliseconds: run.clock.now - start,
  };
}

function responseJson({ statusCode, headers, body }: NonNullable<Run["response"]>): NonNullable<RunResult["response"]> {
  return {
    statusCode,
    ...(isObject(headers) ? { headers: toJson(headers) } : {}),
    ...(body === null ? {} : { body: toJson(body) }),
  };
}
