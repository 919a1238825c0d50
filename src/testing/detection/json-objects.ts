/** Where the objects of a JSON list stand in its text. */

/** Start and end of each object directly in the list; the text is known to be valid JSON. */
export function objectSpans(text: string): readonly (readonly [start: number, end: number])[] {
  const spans: (readonly [number, number])[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token.startsWith('"')) continue;
    if (token === "{" && depth === 1) start = index;
    depth += token === "{" || token === "[" ? 1 : -1;
    if (token === "}" && depth === 1) spans.push([start, index + 1]);
  }
  return spans;
}
