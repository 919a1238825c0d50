/** Makes a call: tries, retries, waits for operations that answer 202, and records what was called. */

import { fromJson, isObject, type Json, objectOf, propertyOf, type Value } from "../expressions/value";
import { textOf } from "../expressions/value-text";
import type { ConnectorAnswer, ConnectorCall } from "./connector";
import { calledAs, type Frame, timestamp } from "./frame";
import { failed, type Outcome } from "./outcome";
import { iterationOf } from "./record";
import { isRetried, retryPolicy } from "./retry-policy";
import { ask, type Routine, sleep } from "./routine";

/** What an action adds to the call: everything but name, place, time and attempt. */
export type CallParts = Omit<ConnectorCall, "action" | "type" | "iteration" | "attempt" | "isPoll" | "at" | "workflow">;

type Answered = Extract<ConnectorAnswer, { readonly kind: "answer" }>;

/** Calls, with retries by the action's policy, and gives the outcome of a request. */
export function* request(frame: Frame, inputs: Value, parts: CallParts): Routine<Outcome> {
  const answer = yield* tried(frame, inputs, parts, false);
  if (!answer) return timedOut(inputs);
  const final = isAsynchronous(frame, answer) ? yield* polled(frame, inputs, parts, answer) : answer;
  return final ? outcomeOf(inputs, final) : timedOut(inputs);
}

/** A single call without retries, for webhooks: what comes back is the answer that they wait for. */
export function* callOnce(frame: Frame, parts: CallParts): Routine<Answered | undefined> {
  const call = callOf(frame, parts, 1, false);
  const answer = known(yield* ask(call));
  record(frame, call, 1, answer);
  return answer;
}

function* tried(frame: Frame, inputs: Value, parts: CallParts, isPoll: boolean): Routine<Answered | undefined> {
  const policy = retryPolicy(isObject(inputs) ? (propertyOf(inputs, "retryPolicy") ?? null) : null);
  for (let attempt = 1; ; attempt += 1) {
    const call = callOf(frame, parts, attempt, isPoll);
    const answer = known(yield* ask(call));
    if (!answer || !isRetried(answer.statusCode) || attempt > policy.retries) {
      record(frame, call, attempt, answer);
      return answer;
    }
    const wanted = retryAfterMilliseconds(answer);
    yield* sleep(Math.max(wanted, policy.delay(attempt, frame.run.random)));
  }
}

function callOf({ run, action, instance }: Frame, parts: CallParts, attempt: number, isPoll: boolean): ConnectorCall {
  return {
    ...parts,
    action: action.name,
    type: action.type,
    iteration: iterationOf(instance),
    attempt,
    isPoll,
    at: timestamp(run),
    ...calledAs(run),
  };
}

function known(answer: ConnectorAnswer): Answered | undefined {
  if (answer.kind === "unknown") throw new UnansweredCall(answer.message);
  return answer.kind === "answer" ? answer : undefined;
}

function record(
  { run }: Frame,
  { attempt: _, ...call }: ConnectorCall,
  attempts: number,
  answer: Answered | undefined,
): void {
  run.calls.push({ ...call, attempts, ...(answer ? { statusCode: answer.statusCode } : {}) });
}

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#asynchronous-patterns, read 2026-11-23. */
function isAsynchronous({ action }: Frame, answer: Answered): boolean {
  const options = String(action.json.operationOptions ?? "");
  return (
    answer.statusCode === 202 && headerOf(answer, "location") !== undefined && !/DisableAsyncPattern/i.test(options)
  );
}

/** Where a 202 names no time, the service asks again after this one. */
const POLL_MILLISECONDS = 20_000;
/** Asking ends after this many times; a run lasts 90 days, so the service ends too. */
const POLLS_MAX = 1000;

function* polled(frame: Frame, inputs: Value, parts: CallParts, first: Answered): Routine<Answered | undefined> {
  let answer: Answered | undefined = first;
  for (let poll = 0; poll < POLLS_MAX && answer?.statusCode === 202; poll += 1) {
    yield* sleep(retryAfterMilliseconds(answer) || POLL_MILLISECONDS);
    const uri: string = headerOf(answer, "location") ?? parts.uri ?? "";
    const { body: _, ...rest } = parts;
    answer = yield* tried(frame, inputs, { ...rest, method: "GET", uri }, true);
  }
  return answer;
}

function retryAfterMilliseconds(answer: Answered): number {
  const seconds = Number(headerOf(answer, "retry-after") ?? 0);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

function headerOf({ headers }: Answered, name: string): string | undefined {
  const value = fromJson(headers);
  const header = isObject(value) ? propertyOf(value, name) : undefined;
  return header === undefined || header === null ? undefined : textOf(header);
}

/** Status codes from 400 on fail the action, but its outputs stay readable. */
function outcomeOf(inputs: Value, answer: Answered): Outcome {
  const outputs = answerOutputs(answer);
  if (answer.statusCode >= 400) {
    return failed(statusCodeName(answer.statusCode), `the call was answered with ${answer.statusCode}`, {
      inputs,
      outputs,
    });
  }
  return { status: "Succeeded", code: statusCodeName(answer.statusCode), inputs, outputs };
}

export function answerOutputs({ statusCode, headers, body }: Answered): Value {
  return objectOf([
    ["statusCode", BigInt(statusCode)],
    ["headers", fromJson(headers ?? ({} as Json))],
    ["body", fromJson(body)],
  ]);
}

/** The service's names for the codes that playbooks meet; any other code stands for itself. */
export function statusCodeName(statusCode: number): string {
  return STATUS_CODE_NAMES[statusCode] ?? String(statusCode);
}

const STATUS_CODE_NAMES: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "NoContent",
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  408: "RequestTimeout",
  409: "Conflict",
  412: "PreconditionFailed",
  429: "TooManyRequests",
  500: "InternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

export function timedOut(inputs: Value): Outcome {
  const error = { code: "ActionTimedOut", message: "the action got no answer in time" };
  return { status: "TimedOut", code: "ActionTimedOut", inputs, error };
}

/** The world has no answer to a call: the run can't go on, whatever the action would make of a failure. */
export class UnansweredCall extends Error {}
