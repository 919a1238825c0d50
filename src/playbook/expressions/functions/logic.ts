/** Functions that compare and decide. */

import { compareNumbers, isNumber, isSame } from "../equality";
import { invalid } from "../failure";
import { typeName, type Value } from "../value";
import { booleanAt } from "./arguments";
import { ANY_NUMBER, type ExpressionFunction } from "./definition";

const and: ExpressionFunction = {
  name: "and",
  summary: "tells whether all are true",
  arity: [1, ANY_NUMBER],
  examples: [
    ["and(true, true)", true],
    ["and(equals(1, 1), equals(1, 2))", false],
  ],
  call: (given) => given.map((_, index) => booleanAt(given, index)).every(Boolean),
};

const or: ExpressionFunction = {
  name: "or",
  summary: "tells whether any is true",
  arity: [1, ANY_NUMBER],
  examples: [
    ["or(true, false)", true],
    ["or(equals(1, 2), equals(1, 3))", false],
  ],
  call: (given) => given.map((_, index) => booleanAt(given, index)).some(Boolean),
};

const not: ExpressionFunction = {
  name: "not",
  summary: "turns true into false and false into true",
  arity: [1, 1],
  examples: [["not(equals(1, 2))", true]],
  call: (given) => !booleanAt(given, 0),
};

/** Only the value that is asked for is evaluated: `if(empty(x), null, formatDateTime(x))` is the usual guard against null. */
const ifFunction: ExpressionFunction = {
  name: "if",
  summary: "takes one of two values by a condition",
  arity: [3, 3],
  examples: [
    ["if(equals(1, 1), 'yes', 'no')", "yes"],
    ["if(true, 'fine', div(1, 0))", "fine"],
  ],
  call: () => invalid("`if` evaluates its arguments itself"),
  lazy: ([condition, whenTrue, whenFalse]) => {
    const chosen = booleanAt([condition?.() ?? null], 0) ? whenTrue : whenFalse;
    return chosen?.() ?? null;
  },
};

const equals: ExpressionFunction = {
  name: "equals",
  summary: "tells whether two values are the same; true is 1 and false is 0",
  arity: [2, 2],
  examples: [
    ["equals(true, 1)", true],
    ["equals('abc', 'abcd')", false],
    ["equals(null, '')", false],
  ],
  call: ([left = null, right = null]) => isSame(asNumberBeside(left, right), asNumberBeside(right, left)),
};

function asNumberBeside(value: Value, other: Value): Value {
  return typeof value === "boolean" && isNumber(other) ? BigInt(value) : value;
}

/** Numbers by size, texts letter by letter. Source: the reference's note that null counts as an empty text in comparisons. */
function ordered(left: Value, right: Value): number {
  const numbers = compareNumbers(left, right);
  if (numbers !== undefined) return numbers;
  const [first, second] = [
    left === null && typeof right === "string" ? "" : left,
    right === null && typeof left === "string" ? "" : right,
  ];
  if (typeof first === "string" && typeof second === "string") return first < second ? -1 : first > second ? 1 : 0;
  if (typeof first === "boolean" && typeof second === "boolean") return Number(first) - Number(second);
  return invalid(`a value of type ${typeName(left)} can't be compared with one of type ${typeName(right)}`);
}

function comparison(
  name: string,
  summary: string,
  examples: ExpressionFunction["examples"],
  holds: (order: number) => boolean,
): ExpressionFunction {
  return { name, summary, arity: [2, 2], examples, call: ([left = null, right = null]) => holds(ordered(left, right)) };
}

const greater = comparison(
  "greater",
  "tells whether the first is greater than the second",
  [
    ["greater(10, 5)", true],
    ["greater('apple', 'banana')", false],
  ],
  (order) => order > 0,
);
const greaterOrEquals = comparison(
  "greaterOrEquals",
  "tells whether the first is greater than the second or equal to it",
  [
    ["greaterOrEquals(5, 5)", true],
    ["greaterOrEquals('apple', 'banana')", false],
  ],
  (order) => order >= 0,
);
const less = comparison(
  "less",
  "tells whether the first is less than the second",
  [
    ["less(5, 10)", true],
    ["less('banana', 'apple')", false],
  ],
  (order) => order < 0,
);
const lessOrEquals = comparison(
  "lessOrEquals",
  "tells whether the first is less than the second or equal to it",
  [
    ["lessOrEquals(10, 10)", true],
    ["lessOrEquals('apply', 'apple')", false],
  ],
  (order) => order <= 0,
);

const coalesce: ExpressionFunction = {
  name: "coalesce",
  summary: "takes the first value that is not null",
  arity: [1, ANY_NUMBER],
  examples: [
    ["coalesce(null, 'hello', 'world')", "hello"],
    ["coalesce(null, '')", ""],
    ["coalesce(null, null, null)", null],
  ],
  call: (given) => given.find((value) => value !== null) ?? null,
};

export const logicFunctions: readonly ExpressionFunction[] = [
  and,
  coalesce,
  equals,
  greater,
  greaterOrEquals,
  ifFunction,
  less,
  lessOrEquals,
  not,
  or,
];
