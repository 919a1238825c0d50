/** Drives routines on a virtual clock. What is due at the same time runs in the order of the definition, so a run always repeats itself. */

import { unreachable } from "../../diagnostics";
import type { Answer, ConnectorAnswer } from "./connector";
import type { Routine } from "./routine";

/** Milliseconds since the Unix epoch. */
export interface Clock {
  now: number;
  /** The last time that was written as text. */
  shown?: { readonly now: number; readonly text: string };
}

export interface DriveOptions {
  readonly clock: Clock;
  readonly answer: Answer;
  /** Becomes true when the run is ended from inside; whatever is under way is then dropped. */
  readonly isOver: () => boolean;
}

/** Runs a routine to its end; undefined when the run was ended before. */
export async function drive<Result>(
  root: Routine<Result>,
  { clock, answer, isOver }: DriveOptions,
): Promise<Result | undefined> {
  const queue: Due[] = [];
  let result: Result | undefined;
  const rootTask: Task = {
    routine: (function* (): Routine<void> {
      result = yield* root;
    })(),
    path: [],
    join: undefined,
  };
  enqueue(queue, { time: clock.now, task: rootTask, reply: undefined });
  for (let due = queue.shift(); due && !isOver(); due = queue.shift()) {
    clock.now = due.time;
    const pending = advance(due, queue, clock, answer);
    if (pending) await pending;
  }
  return result;
}

interface Task {
  readonly routine: Routine<void>;
  /** Place in the order of tasks: that of the parent, then its own number. */
  readonly path: readonly number[];
  readonly join: Join | undefined;
}

/** Tasks side by side and who waits for them. */
interface Join {
  readonly waiting: Task;
  readonly tasks: readonly (() => Routine<void>)[];
  next: number;
  running: number;
}

interface Due {
  readonly time: number;
  readonly task: Task;
  readonly reply: ConnectorAnswer | undefined;
}

/** Resumes a task until it has to wait; gives a promise only where the answer of the world is one. */
function advance({ task, reply }: Due, queue: Due[], clock: Clock, answer: Answer): Promise<void> | undefined {
  const next = task.routine.next(reply);
  if (next.done) {
    finish(task, queue, clock);
    return undefined;
  }
  const step = next.value;
  switch (step.kind) {
    case "sleep":
      enqueue(queue, { time: clock.now + Math.round(step.milliseconds), task, reply: undefined });
      return undefined;
    case "ask": {
      const given = answer(step.call);
      if (given instanceof Promise) return given.then((answered) => resume(task, answered, queue, clock));
      resume(task, given, queue, clock);
      return undefined;
    }
    case "all": {
      const join: Join = { waiting: task, tasks: step.tasks, next: 0, running: 0 };
      while (join.running < step.concurrency && startNext(join, queue, clock));
      return undefined;
    }
    default:
      return unreachable(step);
  }
}

function resume(task: Task, answered: ConnectorAnswer, queue: Due[], clock: Clock): void {
  const milliseconds = answered.kind === "answer" ? (answered.milliseconds ?? 0) : 0;
  enqueue(queue, { time: clock.now + Math.round(milliseconds), task, reply: answered });
}

function startNext(join: Join, queue: Due[], clock: Clock): boolean {
  const start = join.tasks[join.next];
  if (!start) return false;
  const task = { routine: start(), path: [...join.waiting.path, join.next], join };
  join.next += 1;
  join.running += 1;
  enqueue(queue, { time: clock.now, task, reply: undefined });
  return true;
}

function finish({ join }: Task, queue: Due[], clock: Clock): void {
  if (!join) return;
  join.running -= 1;
  if (!startNext(join, queue, clock) && join.running === 0) {
    enqueue(queue, { time: clock.now, task: join.waiting, reply: undefined });
  }
}

/** Keeps the queue sorted by time, then by place. */
function enqueue(queue: Due[], due: Due): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle];
    if (other && isBefore(due, other)) high = middle;
    else low = middle + 1;
  }
  queue.splice(low, 0, due);
}

function isBefore(left: Due, right: Due): boolean {
  if (left.time !== right.time) return left.time < right.time;
  const [first, second] = [left.task.path, right.task.path];
  for (let index = 0; index < Math.min(first.length, second.length); index++) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return first.length < second.length;
}
