/** `+ - * / %` and the unary minus, on numbers, datetimes and timespans. */

import { datetimeInRange } from "../values/datetime";
import {
  addDecimals,
  divideDecimals,
  moduloDecimals,
  multiplyDecimals,
  negateDecimal,
  subtractDecimals,
} from "../values/decimal";
import { addLongs, divideLongs, moduloLongs, multiplyLongs, negateLong, subtractLongs } from "../values/integer";
import { timespanOfReal } from "../values/timespan";
import { type KqlFunction, type Overload, overload, page } from "./definition";

const source = `${page("numerical-operators")}, engine`;
const spans = `${page("datetime-timespan-arithmetic")}, engine`;
const wrap = (ticks: bigint) => BigInt.asIntN(64, ticks);

const two = <L extends string, R extends string>(left: L, right: R) =>
  [
    { name: "left", type: left },
    { name: "right", type: right },
  ] as const;

const strict = "null in, null out";

/** The binder lets it through, the engine does not: it can't tell which operation is meant. */
const notTwoDynamics: Overload = {
  params: two("dynamic", "dynamic"),
  returns: () => ({
    problem: "arithmetic needs a typed operand: convert one of the two dynamic values, as in `tolong(d.x)`",
  }),
  nulls: strict,
  call: () => null,
};

/** A dynamic value here may be a point in time or a span, and no page says which the engine takes it for. The types are those of Microsoft's binder. */
const beside = (left: "datetime" | "timespan" | "dynamic", right: "datetime" | "timespan" | "dynamic"): Overload => ({
  params: two(left, right),
  returns: "timespan",
  nulls: strict,
  prepare: ({ refuse }) =>
    refuse(
      "unsupported",
      "a time beside a dynamic value is not evaluated: convert it, as in `todatetime(d.x)` or `totimespan(d.x)`",
    ),
});

const plus: KqlFunction = {
  name: "+",
  source: `${source}; ${spans}`,
  examples: [
    ["1 + 2", "3"],
    ["1 + 0.5", "1.5"],
    ["datetime(2026-01-01) + 1d", "datetime(2026-01-02)"],
  ],
  overloads: [
    notTwoDynamics,
    beside("timespan", "dynamic"),
    beside("dynamic", "timespan"),
    overload({ params: two("long", "long"), returns: "long", nulls: strict, call: addLongs }),
    overload({ params: two("real", "real"), returns: "real", nulls: strict, call: (left, right) => left + right }),
    overload({ params: two("decimal", "decimal"), returns: "decimal", nulls: strict, call: addDecimals }),
    overload({
      params: two("datetime", "timespan"),
      returns: "datetime",
      nulls: strict,
      call: (left, right) => datetimeInRange(left + right),
    }),
    overload({
      params: two("timespan", "datetime"),
      returns: "datetime",
      nulls: strict,
      call: (left, right) => datetimeInRange(left + right),
    }),
    overload({ params: two("timespan", "timespan"), returns: "timespan", nulls: strict, call: (l, r) => wrap(l + r) }),
  ],
};

const minus: KqlFunction = {
  name: "-",
  source: `${source}; ${spans}`,
  examples: [
    ["3 - 5", "-2"],
    ["datetime(2026-01-02) - datetime(2026-01-01)", "1d"],
  ],
  overloads: [
    notTwoDynamics,
    beside("datetime", "dynamic"),
    beside("dynamic", "timespan"),
    overload({ params: two("long", "long"), returns: "long", nulls: strict, call: subtractLongs }),
    overload({ params: two("real", "real"), returns: "real", nulls: strict, call: (left, right) => left - right }),
    overload({ params: two("decimal", "decimal"), returns: "decimal", nulls: strict, call: subtractDecimals }),
    overload({
      params: two("datetime", "timespan"),
      returns: "datetime",
      nulls: strict,
      call: (left, right) => datetimeInRange(left - right),
    }),
    overload({ params: two("datetime", "datetime"), returns: "timespan", nulls: strict, call: (l, r) => l - r }),
    overload({ params: two("timespan", "timespan"), returns: "timespan", nulls: strict, call: (l, r) => wrap(l - r) }),
  ],
};

/** A timespan times a real number: the ticks are cut to whole ones. */
const scaled = (span: bigint, factor: number) => timespanOfReal(Number(span) * factor);

const times: KqlFunction = {
  name: "*",
  source: `${source}; ${spans}`,
  examples: [
    ["3 * 4", "12"],
    ["2 * 1h", "2h"],
  ],
  overloads: [
    notTwoDynamics,
    overload({ params: two("long", "long"), returns: "long", nulls: strict, call: multiplyLongs }),
    overload({ params: two("real", "real"), returns: "real", nulls: strict, call: (left, right) => left * right }),
    overload({ params: two("decimal", "decimal"), returns: "decimal", nulls: strict, call: multiplyDecimals }),
    overload({
      params: two("timespan", "long"),
      returns: "timespan",
      nulls: strict,
      call: (l, r) => wrap(l * BigInt(r)),
    }),
    overload({
      params: two("long", "timespan"),
      returns: "timespan",
      nulls: strict,
      call: (l, r) => wrap(BigInt(l) * r),
    }),
    overload({ params: two("timespan", "real"), returns: "timespan", nulls: strict, call: scaled }),
    overload({ params: two("real", "timespan"), returns: "timespan", nulls: strict, call: (l, r) => scaled(r, l) }),
  ],
};

const divide: KqlFunction = {
  name: "/",
  source: `${source}; ${spans}`,
  examples: [
    ["7 / 2", "3"],
    ["-7 / 2", "-3"],
    ["1 / 0", "long(null)"],
    ["1d / 1h", "24.0"],
  ],
  overloads: [
    notTwoDynamics,
    overload({ params: two("long", "long"), returns: "long", nulls: strict, call: divideLongs }),
    overload({ params: two("real", "real"), returns: "real", nulls: strict, call: (left, right) => left / right }),
    overload({ params: two("decimal", "decimal"), returns: "decimal", nulls: strict, call: divideDecimals }),
    overload({
      params: two("timespan", "timespan"),
      returns: "real",
      nulls: strict,
      call: (left, right) => Number(left) / Number(right),
    }),
    overload({
      params: two("datetime", "timespan"),
      returns: "real",
      nulls: strict,
      // Microsoft's parser gives it a real; no page and no record tells which.
      prepare: ({ refuse }) => refuse("unsupported", "a datetime divided by a timespan is not evaluated"),
    }),
    overload({
      params: two("timespan", "long"),
      returns: "timespan",
      nulls: strict,
      call: (left, right) => (BigInt(right) === 0n ? null : left / BigInt(right)),
    }),
    overload({ params: two("timespan", "real"), returns: "timespan", nulls: strict, call: (l, r) => scaled(l, 1 / r) }),
  ],
};

const modulo: KqlFunction = {
  name: "%",
  source,
  examples: [
    ["-7 % 3", "2"],
    ["7 % -3", "1"],
  ],
  overloads: [
    notTwoDynamics,
    overload({ params: two("long", "long"), returns: "long", nulls: strict, call: moduloLongs }),
    overload({ params: two("real", "real"), returns: "real", nulls: strict, call: moduloReals }),
    overload({ params: two("decimal", "decimal"), returns: "decimal", nulls: strict, call: moduloDecimals }),
    overload({ params: two("timespan", "timespan"), returns: "timespan", nulls: strict, call: moduloSpans }),
  ],
};

function moduloReals(left: number, right: number): number {
  const rest = left % right;
  return rest < 0 ? rest + Math.abs(right) : rest;
}

function moduloSpans(left: bigint, right: bigint): bigint | null {
  if (right === 0n) return null;
  const size = right < 0n ? -right : right;
  return ((left % size) + size) % size;
}

const negated = (type: "long" | "real" | "decimal" | "timespan", call: Overload["call"]): Overload => ({
  params: [{ name: "value", type }],
  returns: type,
  nulls: strict,
  ...(call ? { call } : {}),
});

const negate: KqlFunction = {
  name: "negate",
  source,
  examples: [["-(3)", "0 - 3"]],
  overloads: [
    negated("long", (value) => negateLong(value as number)),
    negated("real", (value) => -(value as number)),
    negated("decimal", (value) => negateDecimal(value as Parameters<typeof negateDecimal>[0])),
    negated("timespan", (value) => wrap(-(value as bigint))),
    // Microsoft's binder takes both; no page says what the engine makes of them.
    ...(["dynamic", "datetime"] as const).map((type) =>
      overload({
        params: [{ name: "value", type }],
        returns: type,
        nulls: strict,
        prepare: ({ refuse }) => refuse("unsupported", `the minus of a ${type} is not evaluated: convert it first`),
      }),
    ),
  ],
};

export const arithmeticFunctions: readonly KqlFunction[] = [plus, minus, times, divide, modulo, negate];
