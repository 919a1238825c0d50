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

const source = `${page("datatypes-string-operators")}, engine`;

type Test = (text: string, pattern: string) => boolean;

interface Operator {
  readonly name: string;
  readonly test: Test;
  readonly isCaseSensitive: boolean;
  readonly isNegated: boolean;
}

/** Letters and digits, of any script, make a term; everything else separates. */
const IN_TERM = /[\p{L}\p{N}]/u;
const ASCII_IN_TERM: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  IN_TERM.test(String.fromCharCode(code)),
);

function isTermAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  if (code === undefined) return false;
  return code < ASCII_IN_TERM.length ? ASCII_IN_TERM[code] === true : IN_TERM.test(String.fromCodePoint(code));
}

/** Tests every place where `pattern` stands in `text`. */
function someplace(text: string, pattern: string, accepts: (start: number, end: number) => boolean): boolean {
  if (pattern === "") return true;
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    if (accepts(at, at + pattern.length)) return true;
  }
  return false;
}

const startsTerm = (text: string, pattern: string, at: number) =>
  !isTermAt(pattern, 0) || at === 0 || !isTermBefore(text, at);
const endsTerm = (text: string, pattern: string, end: number) =>
  !isTermBefore(pattern, pattern.length) || end >= text.length || !isTermAt(text, end);

function isTermBefore(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isTermAt(text, end - (isLowSurrogate ? 2 : 1));
}

export const hasTerm: Test = (text, pattern) =>
  someplace(text, pattern, (start, end) => startsTerm(text, pattern, start) && endsTerm(text, pattern, end));

const hasPrefix: Test = (text, pattern) => someplace(text, pattern, (start) => startsTerm(text, pattern, start));
const hasSuffix: Test = (text, pattern) => someplace(text, pattern, (_start, end) => endsTerm(text, pattern, end));

const TESTS: readonly { readonly name: string; readonly test: Test }[] = [
  { name: "contains", test: (text, pattern) => text.includes(pattern) },
  { name: "startswith", test: (text, pattern) => text.startsWith(pattern) },
  { name: "endswith", test: (text, pattern) => text.endsWith(pattern) },
  { name: "has", test: hasTerm },
  { name: "hasprefix", test: hasPrefix },
  { name: "hassuffix", test: hasSuffix },
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

/** Upper and lower case made equal, without a language. */
export function folded(text: string): string {
  return lowerCase(text);
}

function textOperator({ name, test, isCaseSensitive, isNegated }: Operator): KqlFunction {
  const overload: Overload = {
    params: [
      { name: "text", type: "string" },
      { name: "pattern", type: "string" },
    ],
    returns: "bool",
    nulls: "sees nulls",
    prepare: ({ constants }) => {
      const fold = isCaseSensitive ? (text: string) => text : folded;
      const constant = constants[1];
      const known = typeof constant === "string" ? fold(constant) : undefined;
      return (text, pattern) => test(fold(text as string), known ?? fold(pattern as string)) !== isNegated;
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
    call: (left, right) => (folded(left as string) === folded(right as string)) !== isNegated,
  };
  return { name, source, examples: [[`'Abc' ${name} 'aBC'`, isNegated ? "false" : "true"]], overloads: [overload] };
}

function inList(name: string, isCaseSensitive: boolean, isNegated: boolean, examples: readonly Example[]): KqlFunction {
  const fold = isCaseSensitive ? (text: string) => text : folded;
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
            const subject = folded(text as string);
            const terms = termsOf(members);
            return isAll ? terms.every((term) => hasTerm(subject, term)) : terms.some((term) => hasTerm(subject, term));
          };
        },
      },
    ],
  };
}

/** The terms of a list, ready to be sought: literals are read once, and so is a list that stays the same. */
function termsReader(constants: readonly (Value | undefined)[]): (members: readonly Value[]) => readonly string[] {
  const read = (members: readonly Value[]) => flattened(members).map((term) => folded(textOfDynamic(term)));
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
