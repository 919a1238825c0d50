/** `==`, `!=`, `<` and their kin, `between`. */

import { typeOfDynamic, unwrapped } from "../values/convert";
import { compareDecimals, Decimal } from "../values/decimal";
import { jsonText } from "../values/json";
import { textOfDynamic } from "../values/text";
import type { TypeName } from "../values/type-name";
import type { Dynamic, Value } from "../values/value";
import { type Example, type KqlFunction, type Overload, type Param, page } from "./definition";

type Order = (left: NonNullable<Value>, right: NonNullable<Value>) => number | undefined;

/** Undefined where there is no order: NaN equals nothing. */
const byValue: Order = (left, right) => {
  if (left === right) return 0;
  return left < right ? -1 : left > right ? 1 : undefined;
};

const byDecimal: Order = (left, right) =>
  left instanceof Decimal && right instanceof Decimal ? compareDecimals(left, right) : undefined;

/** Two dynamic values compare when both hold the same kind of scalar; arrays and bags are equal when their text is. */
const byDynamic: Order = (left, right) => {
  const types = [typeOfDynamic(left), typeOfDynamic(right)];
  if (types[0] === undefined && types[1] === undefined) return jsonText(left) === jsonText(right) ? 0 : undefined;
  if (types[0] === undefined || types[1] === undefined) return undefined;
  const isNumber = (type: TypeName | undefined) => type === "long" || type === "real";
  if (types[0] !== types[1] && !(isNumber(types[0]) && isNumber(types[1]))) return undefined;
  return byValue(unwrapped(left) as NonNullable<Value>, unwrapped(right) as NonNullable<Value>);
};

/** A number inside dynamic against a typed one; a text there compares as a number when it reads as one. */
const dynamicToNumber =
  (isSwapped: boolean): Order =>
  (left, right) => {
    const [inner, number] = isSwapped ? [right, left] : [left, right];
    const value = numberOf(inner as Dynamic);
    if (value === undefined) return undefined;
    return isSwapped ? byValue(number, value) : byValue(value, number);
  };

function numberOf(value: Dynamic): number | bigint | undefined {
  const plain = unwrapped(value);
  if (typeof plain === "number" || typeof plain === "bigint") return plain;
  if (typeof plain === "boolean") return plain ? 1 : 0;
  return typeof plain === "string" && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Official rules write `ResultType == 0` for a text column: compared by text. No recorded result. */
const textToNumber: Order = (left, right) => byValue(String(left), String(right));

const dynamicToText: Order = (left, right) =>
  byValue(
    typeof left === "string" ? left : textOfDynamic(left),
    typeof right === "string" ? right : textOfDynamic(right),
  );

interface Pair {
  readonly left: TypeName;
  readonly right: TypeName;
  readonly order: Order;
}

const SAME: readonly Pair[] = (["bool", "long", "real", "string", "datetime", "timespan", "guid"] as const).map(
  (type): Pair => ({ left: type, right: type, order: byValue }),
);

const ORDERED: readonly Pair[] = [
  ...SAME,
  { left: "decimal", right: "decimal", order: byDecimal },
  { left: "dynamic", right: "dynamic", order: byDynamic },
  { left: "dynamic", right: "long", order: dynamicToNumber(false) },
  { left: "dynamic", right: "real", order: dynamicToNumber(false) },
  { left: "long", right: "dynamic", order: dynamicToNumber(true) },
  { left: "real", right: "dynamic", order: dynamicToNumber(true) },
  { left: "dynamic", right: "string", order: dynamicToText },
  { left: "string", right: "dynamic", order: dynamicToText },
];

const EQUATED: readonly Pair[] = [
  ...ORDERED,
  { left: "string", right: "long", order: textToNumber },
  { left: "long", right: "string", order: textToNumber },
];

function params({ left, right }: Pair): readonly Param[] {
  return [
    { name: "left", type: left },
    { name: "right", type: right },
  ];
}

/** Whether two values are equal; with one null they are not, two nulls give null. */
function equality(name: string, isEqual: boolean, examples: readonly Example[]): KqlFunction {
  return {
    name,
    source: `${page("scalar-data-types/null-values")}, engine`,
    examples,
    overloads: EQUATED.map(
      (pair): Overload => ({
        params: params(pair),
        returns: "bool",
        nulls: "sees nulls",
        call: isPlain(pair) ? plainEquality(isEqual) : orderedEquality(pair, isEqual),
      }),
    ),
  };
}

/** Both sides are values that JavaScript itself compares as the engine does. */
function isPlain({ order }: Pair): boolean {
  return order === byValue;
}

type Comparison = (left?: Value, right?: Value) => Value;

function orderedEquality({ order }: Pair, isEqual: boolean): Comparison {
  return (left = null, right = null) => {
    if (left === null || right === null) return left === right ? null : !isEqual;
    return (order(left, right) === 0) === isEqual;
  };
}

/** The same where equal values are identical: most conditions of rules are of this kind, and every row passes them. */
function plainEquality(isEqual: boolean): Comparison {
  return (left, right) => {
    if (left === null || right === null) return left === right ? null : !isEqual;
    return (left === right) === isEqual;
  };
}

function inequality(name: string, compare: Compare, examples: readonly Example[]): KqlFunction {
  return {
    name,
    source: page("numerical-operators"),
    examples,
    overloads: ORDERED.map(
      (pair): Overload => ({
        params: params(pair),
        returns: "bool",
        nulls: "null in, null out",
        call: (isPlain(pair) ? compare : orderedComparison(pair, compare)) as Comparison,
      }),
    ),
  };
}

/** JavaScript's own operator; what stands in no order to anything compares as false. */
type Compare = (left: NonNullable<Value>, right: NonNullable<Value>) => boolean;

function orderedComparison({ order }: Pair, compare: Compare): Compare {
  return (left, right) => compare(order(left, right) ?? Number.NaN, 0);
}

const RANGES: readonly TypeName[] = ["long", "real", "datetime", "timespan", "decimal", "string"];

function range(name: string, isInside: boolean, examples: readonly Example[]): KqlFunction {
  const threeParams = (type: TypeName, high: TypeName): readonly Param[] => [
    { name: "value", type },
    { name: "low", type },
    { name: "high", type: high },
  ];
  const inRange = (type: TypeName, highOf: (low: Value, high: Value) => Value, high: TypeName): Overload => ({
    params: threeParams(type, high),
    returns: "bool",
    nulls: "null in, null out",
    call: (value = null, low = null, third = null) => {
      const order = type === "decimal" ? byDecimal : byValue;
      const above = order(value as NonNullable<Value>, low as NonNullable<Value>);
      const below = order(value as NonNullable<Value>, highOf(low, third) as NonNullable<Value>);
      return (above !== undefined && above >= 0 && below !== undefined && below <= 0) === isInside;
    },
  });
  return {
    name,
    source: page("between-operator"),
    examples,
    overloads: [
      ...RANGES.map((type) => inRange(type, (_low, high) => high, type)),
      // A timespan on the right is measured from the left end.
      inRange("datetime", (low, span) => (low as bigint) + (span as bigint), "timespan"),
    ],
  };
}

export const comparisonFunctions: readonly KqlFunction[] = [
  equality("==", true, [
    ["1 == 1.0", "true"],
    ["long(null) == 1", "false"],
    ["'a' == 'A'", "false"],
  ]),
  equality("!=", false, [
    ["1 != 2", "true"],
    ["long(null) != 1", "true"],
  ]),
  inequality("<", (left, right) => left < right, [["1 < 2", "true"]]),
  inequality("<=", (left, right) => left <= right, [["2 <= 2", "true"]]),
  inequality(">", (left, right) => left > right, [["1h > 90m", "false"]]),
  inequality(">=", (left, right) => left >= right, [["datetime(2026-01-01) >= datetime(2025-01-01)", "true"]]),
  range("between", true, [
    ["2 between (1 .. 2)", "true"],
    ["datetime(2026-01-01 01:00) between (datetime(2026-01-01) .. 1h)", "true"],
  ]),
  range("!between", false, [["3 !between (1 .. 2)", "true"]]),
];
