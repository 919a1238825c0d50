/** A world made of prepared answers, by the name of the action. */

import type { Json } from "../expressions/value";
import type { Answer, ConnectorAnswer, ConnectorCall } from "./connector";

export interface Stub {
  readonly statusCode: number;
  readonly headers?: Json | undefined;
  readonly body?: Json | undefined;
  /** Virtual duration; 0 when left out. */
  readonly milliseconds?: number | undefined;
}

/** One answer answers all calls of its action, a list in order of call. A retry beyond the last answer gets that one again; a webhook with an empty list is never answered. */
export function stubAnswers(stubs: Readonly<Record<string, Stub | readonly Stub[]>>): Answer {
  const queues = new Map(Object.entries(stubs).map(([name, given]) => [name.toLowerCase(), queueOf(given)]));
  return (call) => {
    const queue = queues.get(call.action.toLowerCase());
    if (!queue) return unknown(call, "there is no stub for it");
    if (queue.always) return answerOf(queue.always);
    const answer = queue.answers[queue.next] ?? (call.attempt > 1 ? queue.answers.at(-1) : undefined);
    if (answer) {
      queue.next += 1;
      return answerOf(answer);
    }
    if (call.kind === "webhook" && queue.answers.length === 0) return { kind: "none" };
    return unknown(call, `its ${queue.answers.length} stubs are used up`);
  };
}

interface Queue {
  readonly always?: Stub;
  readonly answers: readonly Stub[];
  next: number;
}

function queueOf(given: Stub | readonly Stub[]): Queue {
  return "statusCode" in given ? { always: given, answers: [], next: 0 } : { answers: given, next: 0 };
}

function answerOf({ statusCode, headers, body, milliseconds }: Stub): ConnectorAnswer {
  return {
    kind: "answer",
    statusCode,
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
    ...(milliseconds === undefined ? {} : { milliseconds }),
  };
}

function unknown({ action, method, uri, path }: ConnectorCall, why: string): ConnectorAnswer {
  return {
    kind: "unknown",
    message: `the call of \`${action}\`, ${method} \`${uri ?? path ?? ""}\`, has no answer: ${why}`,
  };
}
