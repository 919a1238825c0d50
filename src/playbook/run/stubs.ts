/** A world made of prepared answers, by the name of the action. */

import type { Json } from "../expressions/value";
import type { Answer, ConnectorAnswer, ConnectorCall } from "./connector";

export interface Stub {
  readonly statusCode: number;
  readonly headers?: Json | undefined;
  readonly body?: Json | undefined;
}

/** Answers in order of call. A retry beyond the last answer gets that one again; a webhook with an empty list is never answered. */
export function stubAnswers(stubs: Readonly<Record<string, readonly Stub[]>>): Answer {
  const queues = new Map(Object.entries(stubs).map(([name, answers]) => [name.toLowerCase(), { answers, next: 0 }]));
  return (call) => {
    const queue = queues.get(call.action.toLowerCase());
    if (!queue) return unknown(call, "there is no stub for it");
    const answer = queue.answers[queue.next] ?? (call.attempt > 1 ? queue.answers.at(-1) : undefined);
    if (answer) {
      queue.next += 1;
      return answerOf(answer);
    }
    if (call.kind === "webhook" && queue.answers.length === 0) return { kind: "none" };
    return unknown(call, `its ${queue.answers.length} stubs are used up`);
  };
}

function answerOf({ statusCode, headers, body }: Stub): ConnectorAnswer {
  return { kind: "answer", statusCode, ...(headers ? { headers } : {}), ...(body === undefined ? {} : { body }) };
}

function unknown({ action, method, uri, path }: ConnectorCall, why: string): ConnectorAnswer {
  return {
    kind: "unknown",
    message: `the call of \`${action}\`, ${method} \`${uri ?? path ?? ""}\`, has no answer: ${why}`,
  };
}
