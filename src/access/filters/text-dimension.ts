/** Texts of which only comparisons with given texts matter: equal to, starts with, ends with, contains. */

import { type Dimension, type Formula, leaf } from "../model/formula";
import type { Situation } from "../model/situation";
import type { WitnessDraft } from "../model/witness-draft";

export type TextOperator = "eq" | "startsWith" | "endsWith" | "contains";

/** In lower case: filters compare without regard to case. */
export interface TextTest {
  readonly operator: TextOperator;
  readonly value: string;
}

/** A text; several for a collection; null where the attribute has no value. */
export type TextValue = string | readonly string[] | null;

export type TextDimension = Dimension<TextValue, readonly TextTest[]>;

/** Dimensions by attribute name. An attribute with a fixed set of values has no others, whatever a rule compares it with. */
export type TextDimensions = (name: string, fixed?: readonly string[]) => TextDimension;

export function textDimensions(
  family: string,
  read: (situation: Situation, name: string) => TextValue,
  write: (draft: WitnessDraft, name: string, value: string) => void,
): TextDimensions {
  return (name, fixed) => ({
    name: `${family} ${name}`,
    read: (situation) => read(situation, name),
    *candidates(hints) {
      yield null;
      yield* fixed ?? textsFor(hints);
    },
    write: (draft, value) => {
      if (typeof value === "string") write(draft, name, value);
    },
  });
}

/** The question whether a text passes any of several tests; no value passes none. A collection passes if one of its elements does. */
export function passes(dimension: TextDimension, tests: readonly TextTest[]): Formula {
  const key = tests.map(({ operator, value }) => `${operator} ${value}`).join("\n");
  const one = (text: string) => tests.some((test) => passesTest(text, test));
  const holdsFor = (value: TextValue) => (typeof value === "string" ? one(value) : (value ?? []).some(one));
  return leaf(dimension, { key, hint: tests, holdsFor });
}

/** The question whether there is a value at all. */
export function hasValue(dimension: TextDimension): Formula {
  return leaf(dimension, { key: "any value", hint: [], holdsFor: (value) => value !== null && value.length > 0 });
}

function passesTest(text: string, { operator, value }: TextTest): boolean {
  switch (operator) {
    case "eq":
      return text === value;
    case "startsWith":
      return text.startsWith(value);
    case "endsWith":
      return text.endsWith(value);
    default:
      return text.includes(value);
  }
}

/** For every text there is one of these that passes exactly the same tests: either it is a text of an `eq` test, or it can be replaced by its longest
 *  tested start, the tested texts that it contains, and its longest tested end, joined by a letter that occurs in no test. The joining letter
 *  keeps the parts apart, so that nothing is contained by accident. */
function* textsFor(hints: readonly (readonly TextTest[])[]): Iterable<string> {
  const tests = hints.flat();
  const valuesOf = (operator: TextOperator) => [
    ...new Set(tests.filter((test) => test.operator === operator).map(({ value }) => value)),
  ];
  const joint = jointFor(tests);
  const starts = ["", ...valuesOf("startsWith")];
  const ends = ["", ...valuesOf("endsWith")];
  yield* valuesOf("eq");
  for (const contained of subsetsOf(valuesOf("contains")))
    for (const start of starts) for (const end of ends) yield [start, ...contained, end].join(joint);
}

function* subsetsOf(values: readonly string[]): Iterable<readonly string[]> {
  for (let bits = 0; bits < 2 ** values.length; bits++)
    yield values.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
}

/** Letters to choose from: more than any rule can use up, since a rule has at most 3072 characters. */
const JOINTS = "~|^#!=+*§¤¦";

function jointFor(tests: readonly TextTest[]): string {
  const used = tests.map(({ value }) => value).join("");
  const free = [...JOINTS].find((letter) => !used.includes(letter));
  if (free !== undefined) return free;
  let code = 0x4e00;
  while (used.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
