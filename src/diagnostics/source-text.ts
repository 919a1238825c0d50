/** A text that somebody wrote, and where in it an offset lies. */

/** The text of one file, or of one part of a request. Offsets are UTF-16 code units from 0, as in a JavaScript string. */
export interface SourceText {
  /** What the reader calls it: a path relative to the working folder, or a name such as `query`. */
  readonly path: string;
  /** Without a byte order mark; line ends as written. */
  readonly text: string;
  /** Offsets of the first character of each line; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** Line and column, both from 1; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a source text; a byte order mark is taken off, so that no column counts it. */
export function sourceText(path: string, text: string): SourceText {
  const withoutMark = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return { path, text: withoutMark, lineStarts: lineStartsOf(withoutMark) };
}

/** Line and column of an offset; an offset past the end is the end. */
export function positionAt(source: SourceText, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= clamped) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: clamped - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a line (from 1) without its line end. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/, "");
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
  return starts;
}
