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
