/** `indexof` and `indexof_regex`: where a part of a text stands, in code points. */

import { matchesOf } from "../values/regular-expression";
import { textOfValue } from "../values/text";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";
import { patternReader } from "./regex";

const OPTIONS = [
  { name: "start", type: "long", optional: true },
  { name: "length", type: "long", optional: true },
  { name: "occurrence", type: "long", optional: true },
] as const;

type Option = number | bigint | undefined;

interface Range {
  readonly start: number;
  /** Places to examine; all that are left when it is -1. */
  readonly length: number;
  /** The first is 1. */
  readonly occurrence: number;
}

function rangeOf(start: Option, length: Option, occurrence: Option): Range {
  return { start: Number(start ?? 0), length: Number(length ?? -1), occurrence: Number(occurrence ?? 1) };
}

/** Null where the range is none: the documented answer. */
function isNone({ length, occurrence }: Range): boolean {
  return length < -1 || occurrence < 0;
}

/** The place of a match in a range of letters, or -1. Places are found by `find`, in the text of the range. */
function placeIn(letters: readonly string[], range: Range, find: (text: string, occurrence: number) => number): number {
  const { start, length, occurrence } = range;
  const text = letters.slice(start, length < 0 ? undefined : start + length).join("");
  const at = find(text, occurrence);
  return at < 0 ? -1 : start + [...text.slice(0, at)].length;
}

/** Where the wanted occurrence stands; those that overlap are counted or not. */
function occurrenceAt(text: string, wanted: string, occurrence: number, step: number): number {
  let at = text.indexOf(wanted);
  for (let count = 1; at >= 0 && count < occurrence; count++) at = text.indexOf(wanted, at + step);
  return at;
}

/** A start below zero counts from the end, as the document's example does; nothing is recorded for one before the beginning. */
const indexof = kqlFunction({
  name: "indexof",
  source: `${page("indexof-function")}, engine`,
  params: [{ name: "text", type: "any" }, { name: "lookup", type: "any" }, ...OPTIONS],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["indexof('abcabc', 'a', 2)", "3"],
    ["indexof('abcdefg', 'cde', 1, 2)", "-1"],
    ["indexof('abcdefg', 'cde', -5)", "2"],
    ["indexof(1234567, 5, 1, 4)", "4"],
    ["indexof('abcdefgabcdefg', 'cde', 1, 11, 2)", "9"],
    ["indexof('abc', 'z')", "-1"],
    ["isnull(indexof('', 'z'))", "true"],
  ],
  prepare: (site) => {
    const [textType = "string", lookupType = "string"] = site.types;
    return (value, wanted, start, length, occurrence) => {
      const [text, lookup] = [textOfValue(value, textType), textOfValue(wanted, lookupType)];
      const range = rangeOf(start, length, occurrence);
      if (isNone(range) || text === "") return null;
      return found(site, text, lookup, range);
    };
  },
});

function found(site: CallSite, text: string, lookup: string, range: Range): number {
  const letters = [...text];
  const start = range.start < 0 ? letters.length + range.start : range.start;
  if (lookup === "" || start < 0 || range.occurrence === 0) {
    return site.refuse(
      "unsupported",
      "`indexof` of an empty text, from before the beginning or of no occurrence is not evaluated",
    );
  }
  const at = (step: number, length: number) =>
    placeIn(letters, { ...range, start, length }, (part, occurrence) => occurrenceAt(part, lookup, occurrence, step));
  const apart = at(lookup.length, range.length);
  if (apart !== at(1, range.length)) {
    return site.refuse("unsupported", "`indexof` of occurrences that overlap is not evaluated");
  }
  // The document's last example finds a later occurrence that ends beyond the range, its third no first one that does.
  const reaching = range.length < 0 ? -1 : range.length + [...lookup].length - 1;
  if (range.occurrence > 1 && apart !== at(lookup.length, reaching)) {
    return site.refuse("unsupported", "`indexof` of a later occurrence across the end of the range is not evaluated");
  }
  return apart;
}

/** Matches do not overlap. */
const indexofRegex = kqlFunction({
  name: "indexof_regex",
  source: page("indexof-regex-function"),
  params: [{ name: "text", type: "string" }, { name: "regex", type: "string" }, ...OPTIONS],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["indexof_regex('abcabc', @'a.c')", "0"],
    ["indexof_regex('abcabcdefg', @'a.c', 0, 9, 2)", "3"],
    ["indexof_regex('ababaa', @'a.a', 0, -1, 2)", "-1"],
    ["isnull(indexof_regex('abcabc', @'a|ab', -1))", "true"],
  ],
  prepare: (site) => {
    const read = patternReader(site, site.constants[1]);
    return (text, pattern, start, length, occurrence) => {
      const range = rangeOf(start, length, occurrence);
      if (range.start < 0 || isNone(range)) return null;
      if (range.occurrence === 0)
        return site.refuse("unsupported", "`indexof_regex` of no occurrence is not evaluated");
      const expression = read(pattern);
      return placeIn([...text], range, (part, wanted) => [...matchesOf(expression, part)][wanted - 1]?.[0][0] ?? -1);
    };
  },
});

export const textIndexFunctions: readonly KqlFunction[] = [indexof, indexofRegex];
