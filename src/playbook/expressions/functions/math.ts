/** Functions on numbers. An integer and an integer give an integer; a double or decimal anywhere makes the result one. */

import {
  addDecimals,
  type Decimal,
  divideDecimals,
  isDecimal,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
  toDecimal,
} from "../decimal";
import { compareNumbers } from "../equality";
import { invalid } from "../failure";
import { INT64_MAX, INT64_MIN, type Value } from "../value";
import { countAt, integerAt, numberAt, numbersOf } from "./arguments";
import { ANY_NUMBER, type ExpressionFunction } from "./definition";

type AnyNumber = bigint | number | Decimal;

interface Arithmetic {
  readonly integers: (left: bigint, right: bigint) => bigint;
  readonly doubles: (left: number, right: number) => number;
  readonly decimals: (left: Decimal, right: Decimal) => Decimal;
  readonly needsDivisor?: boolean;
}

function calculated(given: readonly Value[], { integers, doubles, decimals, needsDivisor }: Arithmetic): Value {
  const [left, right] = [numberAt(given, 0), numberAt(given, 1)];
  if (needsDivisor && compareNumbers(right, 0n) === 0) return invalid("a number can't be divided by zero");
  if (isDecimal(left) || isDecimal(right)) return decimals(toDecimal(left), toDecimal(right));
  if (typeof left === "number" || typeof right === "number") return doubles(Number(left), Number(right));
  return fitting(integers(left, right));
}

function fitting(integer: bigint): bigint {
  return integer < INT64_MIN || integer > INT64_MAX ? invalid("the result does not fit into 64 bits") : integer;
}

const add: ExpressionFunction = {
  name: "add",
  summary: "adds two numbers",
  arity: [2, 2],
  examples: [
    ["add(1, 1.5)", 2.5],
    ["add(2, 3)", 5],
  ],
  call: (given) => calculated(given, { integers: (a, b) => a + b, doubles: (a, b) => a + b, decimals: addDecimals }),
};

const sub: ExpressionFunction = {
  name: "sub",
  summary: "subtracts the second number from the first",
  arity: [2, 2],
  examples: [["sub(10.3, .3)", 10]],
  call: (given) =>
    calculated(given, { integers: (a, b) => a - b, doubles: (a, b) => a - b, decimals: subtractDecimals }),
};

const mul: ExpressionFunction = {
  name: "mul",
  summary: "multiplies two numbers",
  arity: [2, 2],
  examples: [["mul(1.5, 2)", 3]],
  call: (given) =>
    calculated(given, { integers: (a, b) => a * b, doubles: (a, b) => a * b, decimals: multiplyDecimals }),
};

const div: ExpressionFunction = {
  name: "div",
  summary: "divides two numbers; of integers the fraction is cut off",
  arity: [2, 2],
  examples: [
    ["div(11, 5)", 2],
    ["div(11, 5.0)", 2.2],
  ],
  call: (given) =>
    calculated(given, {
      integers: (a, b) => a / b,
      doubles: (a, b) => a / b,
      decimals: divideDecimals,
      needsDivisor: true,
    }),
};

const mod: ExpressionFunction = {
  name: "mod",
  summary: "takes the remainder of a division, with the sign of the dividend",
  arity: [2, 2],
  examples: [
    ["mod(3, 2)", 1],
    ["mod(-5, 2)", -1],
    ["mod(4, -3)", 1],
  ],
  call: (given) =>
    calculated(given, {
      integers: (a, b) => a % b,
      doubles: (a, b) => a % b,
      decimals: remainderOfDecimals,
      needsDivisor: true,
    }),
};

function extreme(given: readonly Value[], isBetter: (order: number) => boolean): Value {
  return numbersOf(given).reduce((best: AnyNumber, each) => (isBetter(compareNumbers(each, best) ?? 0) ? each : best));
}

const max: ExpressionFunction = {
  name: "max",
  summary: "takes the highest number",
  arity: [1, ANY_NUMBER],
  examples: [
    ["max(1, 2, 3)", 3],
    ["max(createArray(1, 2, 3))", 3],
  ],
  call: (given) => extreme(given, (order) => order > 0),
};

const min: ExpressionFunction = {
  name: "min",
  summary: "takes the lowest number",
  arity: [1, ANY_NUMBER],
  examples: [["min(1, 2, 3)", 1]],
  call: (given) => extreme(given, (order) => order < 0),
};

const rand: ExpressionFunction = {
  name: "rand",
  summary: "draws an integer from the first number up to, but without, the second",
  arity: [2, 2],
  examples: [["rand(1, 2)", 1]],
  call: (given, { random }) => {
    const [least, end] = [countAt(given, 0), countAt(given, 1)];
    if (end <= least) invalid("the second number must be greater than the first");
    return BigInt(least + Math.floor(random() * (end - least)));
  },
};

/** Source: the reference of range(), read 2026-11-23. */
const RANGE_COUNT_MAX = 100_000n;
const RANGE_END_MAX = 2_147_483_647n;

const range: ExpressionFunction = {
  name: "range",
  summary: "makes an array of consecutive integers from a start and a count",
  arity: [2, 2],
  examples: [["range(1, 4)", [1, 2, 3, 4]]],
  call: (given) => {
    const [start, count] = [integerAt(given, 0), integerAt(given, 1)];
    if (count <= 0n || count > RANGE_COUNT_MAX) invalid(`the count must be 1 to ${RANGE_COUNT_MAX}, got ${count}`);
    if (start + count > RANGE_END_MAX) invalid(`start and count together must not exceed ${RANGE_END_MAX}`);
    return Array.from({ length: Number(count) }, (_, index) => start + BigInt(index));
  },
};

export const mathFunctions: readonly ExpressionFunction[] = [add, div, max, min, mod, mul, rand, range, sub];
