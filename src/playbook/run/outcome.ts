/** How an action ends. */

import { objectOf, type Value } from "../expressions/value";
import type { Instance } from "./record";

/** Source: https://learn.microsoft.com/azure/logic-apps/logic-apps-exception-handling, read 2026-11-23. */
export type Status = "Succeeded" | "Failed" | "Skipped" | "TimedOut" | "Cancelled";

export interface Outcome {
  readonly status: Status;
  readonly code?: string;
  readonly inputs?: Value;
  readonly outputs?: Value;
  readonly error?: RunError;
  /** Of a Foreach: one instance for each item, in the order of the items. */
  readonly iterations?: readonly Instance[];
}

export interface RunError {
  readonly code: string;
  readonly message: string;
}

/** `outputs` left out means that the action has none. */
export function succeeded(inputs: Value, outputs?: Value): Outcome {
  return { status: "Succeeded", code: "OK", inputs, ...(outputs === undefined ? {} : { outputs }) };
}

export function failed(code: string, message: string, parts: Pick<Outcome, "inputs" | "outputs"> = {}): Outcome {
  return { status: "Failed", code, error: { code, message }, ...parts };
}

/** The outputs of an action whose result is read by `body()`. */
export function bodyOutputs(body: Value): Value {
  return objectOf([["body", body]]);
}
