/** What was expected and what came out, in two columns. */

import { diffArrays } from "diff";

/** Widest left column; longer lines of it are cut. */
const LEFT_CHARS_MAX = 64;

/** Lines shown of each difference. */
const LINES_MAX = 60;

/** Lines for a person; a mark between the columns tells where they differ. */
export function sideBySide(expected: unknown, actual: unknown): readonly string[] {
  const left = linesOf(expected);
  const right = actualLines(expected, actual);
  const rows = paired(left, right);
  const width = Math.min(LEFT_CHARS_MAX, Math.max("expected".length, ...left.map(({ length }) => length)));
  const lines = rows.map(([mine, mark, theirs]) => `${cut(mine).padEnd(width)} ${mark} ${theirs}`.trimEnd());
  const more = lines.length > LINES_MAX ? [`… ${lines.length - LINES_MAX} lines more`] : [];
  return [`${"expected".padEnd(width)}   actual`, ...lines.slice(0, LINES_MAX), ...more];

  function cut(text: string): string {
    return text.length > width ? `${text.slice(0, width - 1)}…` : text;
  }
}

/** Against an exact number, the number comes before what was counted. */
function actualLines(expected: unknown, actual: unknown): readonly string[] {
  if (typeof expected !== "number" || !Array.isArray(actual)) return linesOf(likeExpected(expected, actual));
  return [String(actual.length), ...(actual.length === 0 ? [] : linesOf(actual))];
}

type Paired = readonly [left: string, mark: string, right: string];

function paired(left: readonly string[], right: readonly string[]): readonly Paired[] {
  const rows: Paired[] = [];
  let removed: readonly string[] = [];
  const flush = (added: readonly string[]) => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [mine, theirs] = [removed[index], added[index]];
      rows.push([mine ?? "", mine === undefined ? ">" : theirs === undefined ? "<" : "≠", theirs ?? ""]);
    }
    removed = [];
  };
  for (const part of diffArrays([...left], [...right])) {
    if (part.removed) removed = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      rows.push(...part.value.map((line): Paired => [line, " ", line]));
    }
  }
  flush([]);
  return rows;
}

/** Of what came out, only the keys that are expected, at every depth; all of them where none is; a list of one value as that value where one is expected. */
function likeExpected(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const maps = expected.filter(isMap);
    if (maps.length === 0) return actual;
    const merged = maps.reduce(mergedKeys);
    return actual.map((each) => likeExpected(merged, each));
  }
  if (isMap(expected) && isMap(actual)) {
    const own = Object.entries(expected).filter(([key]) => key in actual);
    if (own.length === 0 && Object.keys(expected).length > 0) return actual;
    return Object.fromEntries(own.map(([key, each]) => [key, likeExpected(each, actual[key])]));
  }
  return !Array.isArray(expected) && Array.isArray(actual) && actual.length === 1 ? actual[0] : actual;
}

function mergedKeys(left: Map, right: Map): Map {
  const both = Object.entries(right).map(([key, each]) => {
    const mine = left[key];
    return [key, isMap(mine) && isMap(each) ? mergedKeys(mine, each) : (mine ?? each)] as const;
  });
  return { ...left, ...Object.fromEntries(both) };
}

type Map = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Map {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Texts that need no quotes. */
const PLAIN = /^\S(.*\S)?$/;

/** A value as lines that look like the YAML of a test: a list item starts with a dash. */
function linesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return ["[]"];
    return value.flatMap((each) => linesOf(each).map((line, index) => `${index === 0 ? "- " : "  "}${line}`));
  }
  if (typeof value === "string" && PLAIN.test(value)) return [value];
  if (!isMap(value)) return [JSON.stringify(value) ?? "(nothing)"];
  const pairs = Object.entries(value);
  if (pairs.length === 0) return ["{}"];
  return pairs.flatMap(([key, each]) => {
    const lines = linesOf(each);
    const isShort = lines.length === 1 && !lines[0]?.startsWith("- ") && !(isMap(each) && lines[0] !== "{}");
    return isShort ? [`${key}: ${lines[0]}`] : [`${key}:`, ...lines.map((line) => `  ${line}`)];
  });
}
