/** Binds many queries at once in processes of their own, and a few in this one where that is quicker. */

import { availableParallelism } from "node:os";
import { type BindAnswer, type BindRequest, bind } from "../../kql/check";
import { type BinderProcess, startBinder } from "./binder-process";
import { ensuredSnapshot } from "./make-snapshot";
import { madeSnapshot } from "./snapshot-file";

/** Answers requests in their order; whether an answer has a program is left open, so it is for who checks, not for who runs. */
export interface Binder {
  readonly bindAll: (requests: readonly BindRequest[]) => Promise<readonly BindAnswer[]>;
  /** Ends the processes. */
  readonly end: () => void;
}

/** From so many queries on a snapshot is worth being made first: it takes as long as binding about thirty. */
const MAKE_FROM = 40;
/** Fewer queries than this for each process don't pay for its start. */
const QUERIES_EACH = 8;
/** Each process holds about 350 MB. */
const PROCESSES_MAX = 4;
/** Requests on their way to one process: the next is there when it has answered. */
const AHEAD = 2;

/** Binds in this process: for tests, and where only a handful of queries comes. */
export function binderHere(): Binder {
  return { bindAll: async (requests) => requests.map(bind), end: () => undefined };
}

/** The first process starts at once, while the caller still reads files. */
export function binderPool(): Binder {
  const processes: BinderProcess[] = [];
  const early = madeSnapshot();
  if (early !== undefined) processes.push(startBinder(early));
  return {
    bindAll: async (requests) => {
      const snapshot = early ?? (requests.length >= MAKE_FROM ? await ensuredSnapshot() : undefined);
      if (snapshot === undefined) return requests.map(bind);
      const wanted = Math.min(availableParallelism(), PROCESSES_MAX, Math.ceil(requests.length / QUERIES_EACH));
      while (processes.length < wanted) processes.push(startBinder(snapshot));
      return answersOf(requests, processes);
    },
    end: () => {
      for (const each of processes.splice(0)) each.end();
    },
  };
}

/** Each process takes the next request when it is ready for one. What a process did not answer is bound here. */
async function answersOf(
  requests: readonly BindRequest[],
  processes: readonly BinderProcess[],
): Promise<readonly BindAnswer[]> {
  const answers = new Array<BindAnswer>(requests.length);
  let next = 0;
  const work = async ({ ask }: BinderProcess) => {
    for (let index = next++; index < requests.length; index = next++) {
      const request = requests[index] as BindRequest;
      answers[index] = (await ask(request)) ?? bind(request);
    }
  };
  await Promise.all(processes.flatMap((each) => Array.from({ length: AHEAD }, () => work(each))));
  return answers;
}
