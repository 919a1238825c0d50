/** The lines of a stream of text. */

/**
 * Lines end with a line feed only: U+2028, U+2029 and a lone carriage return may stand inside one. Of a line that is longer than `charsMax` no more
 * than its beginning is kept, one character above the limit, so that who reads it can tell.
 */
export async function* linesOf(input: AsyncIterable<unknown>, charsMax: number): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string) => {
    const kept = part.slice(0, Math.max(0, charsMax + 1 - length));
    if (kept !== "") parts.push(kept);
    length += kept.length;
  };
  for await (const chunk of input) {
    const [first = "", ...others] = String(chunk).split("\n");
    keep(first);
    for (const other of others) {
      yield parts.join("");
      parts = [];
      length = 0;
      keep(other);
    }
  }
  if (length > 0) yield parts.join("");
}
