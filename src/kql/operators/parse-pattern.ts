/** Patterns of `parse`: texts that are sought in order, or one regular expression, with columns between. */

import { QueryEnd } from "../execute/query-end";
import type { At } from "../ir/scalar";
import type { Parse, ParsePiece } from "../ir/step";
import { regularExpression } from "../values/regular-expression";
import type { TypeName } from "../values/type-name";

/** How a number begins a text, so that what stands behind it needs no text to set it off. */
const NUMBERS: ReadonlyMap<TypeName, RegExp> = new Map([
  ["int", /[-+]?\d+/y],
  ["long", /[-+]?\d+/y],
  ["real", /[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y],
]);

export function endsByItself(type: TypeName): boolean {
  return NUMBERS.has(type);
}

/** The texts of the columns, or undefined where the text does not fit the pattern. */
export function readPieces(text: string, pieces: readonly ParsePiece[], place: At): readonly string[] | undefined {
  const texts: string[] = [];
  let at = 0;
  let open: ParsePiece | undefined;
  for (const piece of pieces) {
    if (piece.kind !== "text") {
      if (open?.kind === "column") {
        const number = numberAt(text, at, open.type);
        texts.push(number);
        at += number.length;
      }
      open = piece;
      continue;
    }
    const next = text.indexOf(piece.text, at);
    if (next < 0) return undefined;
    if (open === undefined && next !== at) notAnchored(place);
    if (open?.kind === "column") texts.push(text.slice(at, next));
    at = next + piece.text.length;
    open = undefined;
  }
  if (open?.kind === "column") texts.push(text.slice(at));
  if (open === undefined && at !== text.length) notAnchored(place);
  return texts;
}

function numberAt(text: string, at: number, type: TypeName): string {
  const form = NUMBERS.get(type);
  if (!form) return "";
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? "";
}

/** Neither the reference nor a recorded result says whether such a text fits. */
function notAnchored(place: At): never {
  throw new QueryEnd(
    "unsupported",
    "a text with more before or behind the pattern of `parse` (no `*` there) is not evaluated",
    place,
  );
}

type Read = (text: string) => readonly string[] | undefined;

/** The pattern as a regular expression, once for each meaning that is not told apart by the documentation or a recorded result:
 *  whether it has to fit the whole text, and what stands for columns that are neither text nor integer.
 *  Source: https://learn.microsoft.com/kusto/query/parse-operator, section "regex mode", read 2026-11-25, and the engine: `(.*)` is greedy. */
export function regexReaders({ pieces, flags, at }: Parse): readonly Read[] {
  const loose = pieces.some((piece) => piece.kind === "column" && piece.type === "real");
  const numbers = loose ? [String.raw`-?\d+(?:\.\d+)?`, ".*"] : [".*"];
  return numbers.flatMap((number) =>
    [true, false].map((isWhole) => regexReader(pieces, { flags, number, isWhole, at })),
  );
}

interface Meaning {
  readonly flags: string;
  /** What a real is made of. */
  readonly number: string;
  readonly isWhole: boolean;
  readonly at: At;
}

function regexReader(pieces: readonly ParsePiece[], { flags, number, isWhole, at }: Meaning): Read {
  if (/[^Umsi]/.test(flags))
    throw new QueryEnd("unsupported", `the flags \`${flags}\` of \`parse\` are not evaluated`, at);
  const groups: number[] = [];
  let count = 0;
  const parts = pieces.map((piece) => {
    if (piece.kind === "skip") return ".*?";
    if (piece.kind === "text") {
      // Groups that the author wrote stand between ours.
      count += compiled(piece.text, at).groups;
      return piece.text;
    }
    groups.push(++count);
    if (piece.type === "int" || piece.type === "long") return String.raw`(-?\d+)`;
    return piece.type === "real" ? `(${number})` : "(.*)";
  });
  const body = parts.join("");
  const expression = compiled(`(?${flags})${isWhole ? `\\A(?:${body})\\z` : body}`, at);
  return (text) => {
    const match = expression.find(text, 0);
    return match && groups.map((group) => (match[group] ? text.slice(match[group][0], match[group][1]) : ""));
  };
}

function compiled(pattern: string, at: At) {
  const read = regularExpression(pattern);
  if (read.kind === "refused") throw new QueryEnd(read.refusal, read.message, at);
  return read.expression;
}
