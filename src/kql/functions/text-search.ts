/** String operators that look for one text in another: `contains`, `has`, `startswith`, `in` ... */

import type { Evaluate } from "../execute/run";
import { converter } from "../values/convert";
import { flattened } from "../values/flattened";
import { lowerCase } from "../values/letter-case";
import { textOfDynamic } from "../values/text";
import { type Dynamic, type DynamicArray, isArray, type Value } from "../values/value";
import type { CallSite, Example, KqlFunction, Overload } from "./definition";
import { page } from "./definition";
import { rememberingLast } from "./remembering-last";
import {
  isAtEnd,
  isAtStart,
  isIn,
  isPrefixIn,
  isSuffixIn,
  isTermIn,
  type Sought,
  soughtAsItIs,
  soughtInAnyCase,
  soughtOften,
} from "./sought-text";

const source = `${page("datatypes-string-operators")}, engine`;

interface Operator {
  readonly name: string;
  /** Of what is sought. */
  readonly test: (text: string, sought: Sought) => boolean;
  readonly isCaseSensitive: boolean;
  readonly isNegated: boolean;
}

const TESTS: readonly Pick<Operator, "name" | "test">[] = [
  { name: "contains", test: isIn },
  { name: "startswith", test: isAtStart },
  { name: "endswith", test: isAtEnd },
  { name: "has", test: isTermIn },
  { name: "hasprefix", test: isPrefixIn },
  { name: "hassuffix", test: isSuffixIn },
];

const OPERATORS: readonly Operator[] = TESTS.flatMap(({ name, test }) =>
  [false, true].flatMap((isCaseSensitive) =>
    [false, true].map((isNegated) => ({
      name: `${isNegated ? "!" : ""}${name}${isCaseSensitive ? "_cs" : ""}`,
      test,
      isCaseSensitive,
      isNegated,
    })),
  ),
);

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  has: [
    ["'1_2_3' has '1'", "true"],
    ["'North America' has 'north'", "true"],
    ["'scatter' has 'cat'", "false"],
  ],
  contains: [["'FabriKam' contains 'BRik'", "true"]],
  "!startswith_cs": [["'Fabrikam' !startswith_cs 'fab'", "true"]],
  hassuffix: [["'North America' hassuffix 'ica'", "true"]],
};

function textOperator({ name, test, isCaseSensitive, isNegated }: Operator): KqlFunction {
  const overload: Overload = {
    params: [
      { name: "text", type: "string" },
      { name: "pattern", type: "string" },
    ],
    returns: "bool",
    nulls: "sees nulls",
    prepare: ({ constants: [, constant] }) => {
      if (typeof constant !== "string") {
        const soughtOf = isCaseSensitive ? soughtAsItIs : soughtInAnyCase;
        return (text, pattern) => test(text as string, soughtOf(pattern as string)) !== isNegated;
      }
      const sought = isCaseSensitive ? soughtAsItIs(constant) : soughtOften(constant);
      return (text) => test(text as string, sought) !== isNegated;
    },
  };
  return { name, source, examples: EXAMPLES[name] ?? [], overloads: [overload] };
}

function equalTilde(name: string, isNegated: boolean): KqlFunction {
  const overload: Overload = {
    params: [
      { name: "left", type: "string" },
      { name: "right", type: "string" },
    ],
    returns: "bool",
    nulls: "sees nulls",
    call: (left, right) => (lowerCase(left as string) === lowerCase(right as string)) !== isNegated,
  };
  return { name, source, examples: [[`'Abc' ${name} 'aBC'`, isNegated ? "false" : "true"]], overloads: [overload] };
}

function inList(name: string, isCaseSensitive: boolean, isNegated: boolean, examples: readonly Example[]): KqlFunction {
  const fold = isCaseSensitive ? (text: string) => text : lowerCase;
  const keyOfDynamic = (value: Dynamic) => (value === null ? null : fold(textOfDynamic(value)));
  return {
    name,
    source: `${page("in-operator")}, engine`,
    examples,
    overloads: [
      {
        params: [
          { name: "value", type: "any" },
          { name: "list", type: "any", repeats: true },
        ],
        returns: "bool",
        nulls: "sees nulls",
        compile: (args, site) => listTest(args, site, keyOfDynamic, (isIn) => isIn !== isNegated),
      },
    ],
  };
}

/** Values are compared by their text: a list of numbers fits a text column, as official rules rely on. */
function listTest(
  [value, ...members]: readonly Evaluate[],
  { types, constants }: CallSite,
  keyOf: (value: Dynamic) => string | null,
  result: (isIn: boolean) => boolean,
): Evaluate {
  if (!value) return () => null;
  const keyOfMember = (member: Value, index: number) => keysOf(member, types[index + 1] ?? "dynamic", keyOf);
  const known = constants.slice(1);
  const isConstant = known.every((each) => each !== undefined);
  const fixed = isConstant ? new Set(known.flatMap((each, index) => keyOfMember(each ?? null, index))) : undefined;
  const cached = new WeakMap<object, ReadonlySet<string | null>>();
  const keyOfValue = textKey(types[0] ?? "dynamic", keyOf);
  return (row, run) => {
    const key = keyOfValue(value(row, run));
    if (fixed) return result(fixed.has(key));
    return result(
      members.some((evaluate, index) => {
        const member = evaluate(row, run);
        if (!isArray(member)) return keyOfMember(member, index).includes(key);
        const set = cached.get(member) ?? new Set(keyOfMember(member, index));
        cached.set(member, set);
        return set.has(key);
      }),
    );
  };
}

function keysOf(
  member: Value,
  type: CallSite["types"][number],
  keyOf: (value: Dynamic) => string | null,
): readonly (string | null)[] {
  return type === "dynamic" ? flattened([member]).map(keyOf) : [textKey(type, keyOf)(member)];
}

function textKey(type: CallSite["types"][number], keyOf: (value: Dynamic) => string | null) {
  const wrap = converter(type, "dynamic");
  return (value: Value) => keyOf(wrap(value) as Dynamic);
}

/** `has_any` and `has_all`. */
function hasList(name: string, isAll: boolean, examples: readonly Example[]): KqlFunction {
  return {
    name,
    source: `${page(`${name.replace("_", "-")}-operator`)}, engine`,
    examples,
    overloads: [
      {
        params: [
          { name: "text", type: "string" },
          { name: "list", type: "any", repeats: true },
        ],
        returns: "bool",
        nulls: "sees nulls",
        prepare: ({ constants }) => {
          const termsOf = termsReader(constants.slice(1));
          return (text, ...members) => {
            const subject = lowerCase(text as string);
            const terms = termsOf(members);
            return isAll
              ? terms.every((term) => isTermIn(subject, term))
              : terms.some((term) => isTermIn(subject, term));
          };
        },
      },
    ],
  };
}

/** The terms of a list, ready to be sought: literals are read once, and so is a list that stays the same. */
function termsReader(constants: readonly (Value | undefined)[]): (members: readonly Value[]) => readonly Sought[] {
  const read = (members: readonly Value[]) =>
    flattened(members).map((term) => soughtAsItIs(lowerCase(textOfDynamic(term))));
  if (constants.every((each) => each !== undefined)) {
    const terms = read(constants);
    return () => terms;
  }
  const readList = rememberingLast((list: DynamicArray) => read([list]));
  return (members) => {
    const [only = null] = members;
    return members.length === 1 && isArray(only) ? readList(only) : read(members);
  };
}

export const textSearchFunctions: readonly KqlFunction[] = [
  ...OPERATORS.map(textOperator),
  equalTilde("=~", false),
  equalTilde("!~", true),
  inList("in", true, false, [
    ["'a' in ('a', 'b')", "true"],
    ["'A' in ('a', 'b')", "false"],
    ["2 in (dynamic([1, 2]))", "true"],
  ]),
  inList("!in", true, true, [["'a' !in ('b')", "true"]]),
  inList("in~", false, false, [["'A' in~ ('a', 'b')", "true"]]),
  inList("!in~", false, true, [["'A' !in~ ('a', 'b')", "false"]]),
  hasList("has_any", false, [["'one two' has_any ('two', 'three')", "true"]]),
  hasList("has_all", true, [["'one two' has_all ('two', 'three')", "false"]]),
];
