/** What an expression can ask of the world around it. */

import type { Time } from "./time/time";
import type { Value } from "./value";

export interface ExpressionContext {
  readonly now: Time;
  /** Draws a number from 0 up to, but without, 1. */
  readonly random: () => number;
  /** Each gives undefined where the name is not known; names of actions and loops are looked up without regard to case. */
  readonly parameter: (name: string) => Value | undefined;
  readonly variable: (name: string) => Value | undefined;
  readonly action: (name: string) => ActionView | undefined;
  /** The records of the first-level actions of a scope. */
  readonly results: (name: string) => Value | undefined;
  readonly items: (loop: string) => Value | undefined;
  readonly iterationIndex: (loop: string) => bigint | undefined;
  readonly item: () => Value | undefined;
  readonly currentAction: () => Value | undefined;
  readonly trigger: () => Value | undefined;
  readonly workflow: () => Value | undefined;
  readonly callbackUrl: () => string | undefined;
  /** Counts what an evaluation makes, so that a runaway one ends. */
  readonly meter: Meter;
}

/** An action as `actions()`, `outputs()` and `body()` see it; read from outside its loop, each is an array over the iterations. */
export interface ActionView {
  /** Made only where it is read. */
  readonly record: () => Value;
  readonly outputs: Value;
  readonly body: Value;
}

/** What is left of an evaluation's budget, in characters and array items that may still be made. */
export interface Meter {
  left: number;
}

/** What one request or run may make: far beyond any playbook, and below what would fill the memory. */
export const METER_UNITS_MAX = 50_000_000;

export function newMeter(): Meter {
  return { left: METER_UNITS_MAX };
}
