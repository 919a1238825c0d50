/** How an evaluation ends without a value: thrown inside the room, turned into a diagnostic at its face. */

/** invalid: the service would raise an error; unsupported: legal, but not evaluated here; limit: a limit of the evaluator was hit. */
export type FailureKind = "invalid" | "unsupported" | "limit";

export class ExpressionFailure extends Error {
  override readonly name = "ExpressionFailure";
  readonly kind: FailureKind;
  /** Offsets in the template that was evaluated, where known. */
  readonly start: number | undefined;
  readonly end: number | undefined;

  constructor(kind: FailureKind, message: string, at?: { readonly start: number; readonly end: number }) {
    super(message);
    this.kind = kind;
    this.start = at?.start;
    this.end = at?.end;
  }
}

export function invalid(message: string): never {
  throw new ExpressionFailure("invalid", message);
}

export function unsupported(message: string): never {
  throw new ExpressionFailure("unsupported", message);
}

export function beyondLimit(message: string): never {
  throw new ExpressionFailure("limit", message);
}
