/** What an operation is: a typed request in, a result or a refusal out. Commands, batch and editors are faces of operations. */

import type { Static, TSchema } from "typebox";
import type { Diagnostic } from "../diagnostics";

/** invalid: the input is wrong; unsupported: legal, but picket does not evaluate it; limit: a limit was hit; bug: picket's own fault. */
export type Refusal = "invalid" | "unsupported" | "limit" | "bug";

export type OperationAnswer =
  | { readonly result: Readonly<Record<string, unknown>>; readonly diagnostics?: readonly Diagnostic[] }
  | { readonly refused: Refusal; readonly diagnostics: readonly Diagnostic[] };

/** What an operation may know of the world, apart from its request. */
export interface OperationWorld {
  /** The wall clock at the start of the process, ISO 8601. */
  readonly now: string;
  /** Seconds since some moment; only goes forward. Limits on time are measured with it. */
  readonly elapsedSeconds: () => number;
}

export interface Operation<Shape extends TSchema = TSchema> {
  readonly name: string;
  /** One sentence, for docs/batch.md. */
  readonly summary: string;
  /** The request without `id` and `op`. Top-level keys that are null count as absent; keys that are not listed are ignored with an info. */
  readonly request: Shape;
  readonly run: (request: Static<Shape>, world: OperationWorld) => OperationAnswer | Promise<OperationAnswer>;
}

/** Keeps the request's type while the operation is put into a list. */
export function operation<Shape extends TSchema>(definition: Operation<Shape>): Operation {
  return definition as unknown as Operation;
}
