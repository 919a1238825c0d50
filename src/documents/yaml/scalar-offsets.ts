/** Which offset in the file an offset in a text value came from: a column inside a KQL block is a column of the YAML file. */

import type { Scalar } from "yaml";
import type { SourceText } from "../../diagnostics";

/** Offsets in the file for each offset of the value, and one more for its end. */
export function scalarOffsets(source: SourceText, scalar: Scalar): readonly number[] {
  const value = String(scalar.value ?? "");
  const [start, end] = scalar.range ?? [0, 0];
  const escapes =
    scalar.type === "QUOTE_DOUBLE" ? doubleQuoteLength : scalar.type === "QUOTE_SINGLE" ? singleQuoteLength : undefined;
  let from = start;
  if (scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED") from = source.text.indexOf("\n", start) + 1;
  else if (escapes) from = start + 1;
  return aligned(source.text, { from, end, value, escapes });
}

interface Alignment {
  readonly from: number;
  readonly end: number;
  readonly value: string;
  /** Length in the source of the escape at an offset, 0 where there is none. */
  readonly escapes: ((text: string, offset: number) => number) | undefined;
}

/** Walks value and source together; what the value lacks (indentation, folded line ends) is passed over. */
function aligned(text: string, { from, end, value, escapes }: Alignment): readonly number[] {
  const offsets: number[] = [];
  let offset = from;
  for (let index = 0; index < value.length; index++) {
    const char = value[index];
    const isLineStart = index === 0 || value[index - 1] === "\n";
    if (isLineStart && escapes === undefined) offset = pastIndent(text, offset, value, index);
    const escapeLength = escapes?.(text, offset) ?? 0;
    if (escapeLength > 0) {
      offsets.push(offset);
      offset += escapeLength;
      continue;
    }
    offset = passedOver(text, { offset, end, char });
    offsets.push(offset);
    offset += 1;
  }
  offsets.push(Math.min(offset, Math.max(from, end)));
  return offsets;
}

/** Skips the indentation that the block takes off: what the source line has more of at its start than the value's line. */
function pastIndent(text: string, offset: number, value: string, index: number): number {
  const valueEnd = value.indexOf("\n", index);
  const wanted = leadingBlanks(value.slice(index, valueEnd === -1 ? value.length : valueEnd));
  const sourceEnd = text.indexOf("\n", offset);
  const have = leadingBlanks(text.slice(offset, sourceEnd === -1 ? text.length : sourceEnd));
  return offset + Math.max(0, have - wanted);
}

function leadingBlanks(line: string): number {
  return line.length - line.replace(/^[ \t]+/, "").length;
}

function passedOver(
  text: string,
  { offset, end, char }: { offset: number; end: number; char: string | undefined },
): number {
  let at = offset;
  while (at < end && text[at] !== char && /\s/.test(text[at] ?? "")) at += 1;
  return at < end && (text[at] === char || char === " ") ? at : offset;
}

function singleQuoteLength(text: string, offset: number): number {
  return text.startsWith("''", offset) ? 2 : 0;
}

function doubleQuoteLength(text: string, offset: number): number {
  if (text[offset] !== "\\") return 0;
  const lengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
  return lengths[text[offset + 1] ?? ""] ?? 2;
}
