/** How a running query ends without a result. */

/** Thrown while a query runs, caught by the face: the query ends without a result. */
export class QueryEnd extends Error {
  override readonly name = "QueryEnd";
  readonly refusal: "invalid" | "unsupported" | "limit";
  readonly at: readonly [start: number, end: number] | undefined;
  constructor(refusal: QueryEnd["refusal"], message: string, at?: readonly [start: number, end: number]) {
    super(message);
    this.refusal = refusal;
    this.at = at;
  }
}

/** An end that names no place happened where the work stands; the innermost place is kept. */
export function placed(error: unknown, at: readonly [start: number, end: number]): unknown {
  return error instanceof QueryEnd && !error.at ? new QueryEnd(error.refusal, error.message, at) : error;
}

/** Work that ends at one place. */
export function endingAt<T>(at: readonly [start: number, end: number], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw placed(error, at);
  }
}
