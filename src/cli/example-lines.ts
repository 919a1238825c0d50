/** A check's example as lines that people read: what is long is cut, and what differs from another example is known. */

import { diffArrays } from "diff";
import { type Example, exampleText } from "../diagnostics";

/** Most lines that are shown; the examples of limits are far longer. */
const LINES_MAX = 60;
const LINES_AT_END = 8;
/** Longest line that is shown whole, and what is left of a longer one. */
const LINE_CHARS_MAX = 240;
const LINE_CHARS_AT_START = 120;
const LINE_CHARS_AT_END = 40;

export interface ExampleLine {
  readonly text: string;
  /** Not in the example that it is held against. */
  readonly isOwn: boolean;
}

export function exampleLines(example: Example, against: Example): readonly ExampleLine[] {
  const parts = diffArrays([...linesOf(against)], [...linesOf(example)]).filter(({ removed }) => !removed);
  // Where nothing is alike, a sign at each line says nothing.
  const isAlike = parts.some(({ added }) => !added);
  const lines = parts.flatMap(({ added, value }) =>
    value.map((text): ExampleLine => ({ text: cutLine(text), isOwn: isAlike && added })),
  );
  if (lines.length <= LINES_MAX) return lines;
  const left = lines.length - LINES_MAX;
  const gap: ExampleLine = { text: `… (${left} more lines) …`, isOwn: false };
  return [...lines.slice(0, LINES_MAX - LINES_AT_END), gap, ...lines.slice(-LINES_AT_END)];
}

function linesOf(example: Example): readonly string[] {
  return exampleText(example).trimEnd().split("\n");
}

function cutLine(text: string): string {
  if (text.length <= LINE_CHARS_MAX) return text;
  const left = text.length - LINE_CHARS_AT_START - LINE_CHARS_AT_END;
  return `${text.slice(0, LINE_CHARS_AT_START)}… (${left} more characters) …${text.slice(-LINE_CHARS_AT_END)}`;
}
