/** Work that takes virtual time: generators that yield what they wait for. */

import type { ConnectorAnswer, ConnectorCall } from "./connector";

export type Step =
  | { readonly kind: "sleep"; readonly milliseconds: number }
  | { readonly kind: "ask"; readonly call: ConnectorCall }
  /** Runs tasks side by side, at most `concurrency` at once, and goes on when all have ended. */
  | { readonly kind: "all"; readonly tasks: readonly (() => Routine<void>)[]; readonly concurrency: number };

/** `ask` is resumed with an answer, all else with undefined. */
export type Routine<Result> = Generator<Step, Result, ConnectorAnswer | undefined>;

export function* sleep(milliseconds: number): Routine<void> {
  if (milliseconds > 0) yield { kind: "sleep", milliseconds };
}

export function* ask(call: ConnectorCall): Routine<ConnectorAnswer> {
  return (yield { kind: "ask", call }) ?? { kind: "none" };
}

/** A single task is run in place: it has nothing to run beside. */
export function* all(tasks: readonly (() => Routine<void>)[], concurrency: number): Routine<void> {
  const [only, ...others] = tasks;
  if (only && others.length === 0) yield* only();
  else if (only) yield { kind: "all", tasks, concurrency };
}
