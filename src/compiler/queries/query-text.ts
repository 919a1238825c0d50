/** A compiled query that knows where each part of its text was written: in the document, as a parameter, as a tenant's exception. */

import { invariant, type Span } from "../../diagnostics";

/** A part of the text. A part that picket made is shown by what it was made from. */
export interface QueryPart {
  readonly text: string;
  readonly at: (start: number, end: number) => Span;
  readonly origin: QueryOrigin;
}

export type QueryOrigin = "prelude" | "document" | { readonly exception: number };

export interface QueryText {
  readonly text: string;
  /** Where a stretch of the text was written, and by whom. */
  readonly placeOf: (start: number, end: number) => { readonly at: Span; readonly origin: QueryOrigin };
}

export function queryText(parts: readonly QueryPart[]): QueryText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length;
  }
  return {
    text: parts.map(({ text }) => text).join(""),
    placeOf: (start, end) => {
      const index = Math.max(
        0,
        starts.findLastIndex((each, part) => each <= start && (parts[part]?.text !== "" || part === 0)),
      );
      const part = parts[index];
      invariant(part, "a compiled query has a part");
      const from = starts[index] ?? 0;
      const last = part.text.length;
      return { at: part.at(Math.min(start - from, last), Math.min(end - from, last)), origin: part.origin };
    },
  };
}

/** A part that picket made: all of it is shown where its reason stands. */
export function madePart(text: string, origin: QueryOrigin, at: () => Span): QueryPart {
  return { text, origin, at };
}
