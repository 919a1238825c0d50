/** Mathematical functions of numbers. */

import { LONG_MIN, longOf } from "../values/integer";
import { comparer } from "../values/order";
import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";
import { type Example, type KqlFunction, kqlFunction, overload, page } from "./definition";
import { kindOfReal, ofReal } from "./real";

const abs: KqlFunction = {
  name: "abs",
  source: `${page("abs-function")}, engine`,
  examples: [
    ["abs(-5)", "5"],
    ["abs(-1.5)", "1.5"],
    ["abs(-1h)", "1h"],
  ],
  overloads: [
    overload({
      params: [{ name: "value", type: "long" }],
      returns: "long",
      nulls: "null in, null out",
      prepare: (site) => (value) => {
        if (BigInt(value) === LONG_MIN) return site.refuse("invalid", "the value of `abs` does not fit a long");
        return typeof value === "bigint" ? longOf(value < 0n ? -value : value) : Math.abs(value);
      },
    }),
    overload({
      params: [{ name: "value", type: "real" }],
      returns: "real",
      nulls: "null in, null out",
      call: (value) => Math.abs(value),
    }),
    overload({
      params: [{ name: "value", type: "timespan" }],
      returns: "timespan",
      nulls: "null in, null out",
      call: (value) => (value < 0n ? -value : value),
    }),
  ],
};

/** Half goes away from zero. */
const round = kqlFunction({
  name: "round",
  source: `${page("round-function")}, engine`,
  params: [
    { name: "value", type: "real" },
    { name: "precision", type: "long", optional: true },
  ],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["round(2.98765, 3)", "2.988"],
    ["round(-2.5)", "-3.0"],
    ["round(2.4)", "2.0"],
    ["round(-50.55, -2)", "-100.0"],
  ],
  prepare:
    (site) =>
    (value, precision = 0) => {
      const digits = Number(precision);
      if (digits < 0 && digits >= -15) {
        const unit = 10 ** -digits;
        return Math.sign(value) * Math.round(Math.abs(value) / unit) * unit;
      }
      if (digits < 0 || digits > 15) return site.refuse("unsupported", "`round` to these digits is not evaluated");
      // From here on a real has no digits behind the point.
      if (!(Math.abs(value) < 1e16)) return value;
      const scale = 10 ** digits;
      const scaled = Math.abs(value) * scale;
      return (Math.sign(value) * Math.round(scaled)) / scale;
    },
});

const WIDER: readonly TypeName[] = ["int", "long", "real", "decimal"];

/** The widest of numeric types; other types must be the same. */
function widest(types: readonly TypeName[]): TypeName | { readonly problem: string } {
  const [first = "long"] = types;
  if (types.every((type) => type === first)) return first;
  if (!types.every((type) => WIDER.includes(type))) return { problem: "the values to compare have different types" };
  return WIDER[Math.max(...types.map((type) => WIDER.indexOf(type)))] ?? first;
}

/** Nulls are passed over. */
function extreme(name: string, wins: (order: number) => boolean, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replace("_", "-")}-function`)}, engine`,
    params: [{ name: "values", type: "any", repeats: true }],
    returns: widest,
    nulls: "sees nulls",
    examples,
    prepare: (site) => {
      if (site.type === "string" || site.type === "decimal" || site.type === "dynamic") {
        return site.refuse("unsupported", `\`${name}\` of values of type ${site.type} is not evaluated`);
      }
      const compare = comparer(site.type);
      return (...values) => {
        let best: Value = null;
        for (const value of values) {
          if (Number.isNaN(value)) return value;
          if (value !== null && (best === null || wins(compare(value, best)))) best = value;
        }
        return site.type === "real" && best !== null ? Number(best) : best;
      };
    },
  });
}

const pow = kqlFunction({
  name: "pow",
  source: `${page("pow-function")}, engine`,
  params: [
    { name: "base", type: "real" },
    { name: "exponent", type: "real" },
  ],
  returns: "real",
  nulls: "null in, null out",
  examples: [["pow(2, 10)", "1024.0"]],
  call: (base, exponent) => base ** exponent,
});

const pi = kqlFunction({
  name: "pi",
  source: page("pi-function"),
  params: [],
  returns: "real",
  nulls: "sees nulls",
  examples: [["pi() > 3.14159 and pi() < 3.1416", "true"]],
  call: () => Math.PI,
});

const atan2 = kqlFunction({
  name: "atan2",
  source: page("atan2-function"),
  params: [
    { name: "y", type: "real" },
    { name: "x", type: "real" },
  ],
  returns: "real",
  nulls: "null in, null out",
  examples: [["atan2(0, -1) == pi()", "true"]],
  call: (y, x) => Math.atan2(y, x),
});

export const mathFunctions: readonly KqlFunction[] = [
  abs,
  round,
  ofReal("ceiling", (value) => Math.ceil(value) + 0, [["ceiling(-1.1)", "-1.0"]]),
  ofReal("sign", (value) => Math.sign(value), [["sign(-42)", "-1.0"]]),
  ofReal("sqrt", (value) => Math.sqrt(value), [["sqrt(256)", "16.0"]]),
  ofReal("exp", (value) => Math.exp(value), [["exp(0)", "1.0"]]),
  ofReal("exp2", (value) => 2 ** value, [["exp2(3)", "8.0"]]),
  ofReal("exp10", (value) => 10 ** value, [["exp10(3)", "1000.0"]]),
  ofReal("sin", (value) => Math.sin(value), [["sin(0)", "0.0"]]),
  ofReal("cos", (value) => Math.cos(value), [["cos(0)", "1.0"]]),
  ofReal("tan", (value) => Math.tan(value), [["tan(0)", "0.0"]]),
  arcFunction("asin", Math.asin, [["asin(0)", "0.0"]]),
  arcFunction("acos", Math.acos, [["acos(1)", "0.0"]]),
  ofReal("cot", (value) => 1 / Math.tan(value), [["round(cot(1), 9)", "0.642092616"]]),
  ofReal("atan", (value) => Math.atan(value), [["atan(0)", "0.0"]]),
  ofReal("degrees", (value) => (value * 180) / Math.PI, [["degrees(pi())", "180.0"]]),
  ofReal("radians", (value) => (value * Math.PI) / 180, [["radians(180) == pi()", "true"]]),
  kindOfReal("isnan", Number.isNaN, [["isnan(0.0 / 0.0)", "true"]]),
  kindOfReal("isinf", (value) => Math.abs(value) === Number.POSITIVE_INFINITY, [["isinf(1.0 / 0.0)", "true"]]),
  kindOfReal("isfinite", Number.isFinite, [["isfinite(1.0 / 0.0)", "false"]]),
  pow,
  pi,
  atan2,
  extreme("max_of", (order) => order > 0, [["max_of(10, 1, -3, 17)", "17"]]),
  extreme("min_of", (order) => order < 0, [["min_of(10, 1, -3, 17)", "-3"]]),
  logFunction("log", Math.log),
  logFunction("log2", Math.log2),
  logFunction("log10", Math.log10),
];

/** The document says null beyond 1, but it says so of `sqrt` too, where the engine was recorded to give NaN. */
function arcFunction(name: string, call: (value: number) => number, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: page(`${name}-function`),
    params: [{ name: "value", type: "real" }],
    returns: "real",
    nulls: "null in, null out",
    examples,
    prepare: (site) => (value) =>
      Math.abs(value) > 1
        ? site.refuse("unsupported", `\`${name}\` of a number beyond 1 is not evaluated`)
        : call(value),
  });
}

/** The engine gives null for the logarithm of a negative number, minus infinity for that of 0. */
function logFunction(name: string, log: (value: number) => number): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name}-function`)}, engine`,
    params: [{ name: "value", type: "real" }],
    returns: "real",
    nulls: "null in, null out",
    examples: [
      [`${name}(1)`, "0.0"],
      [`isnull(${name}(-1))`, "true"],
    ],
    call: (value) => (value < 0 ? null : log(value)),
  });
}
