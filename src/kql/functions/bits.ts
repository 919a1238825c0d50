/** Bits of longs: combined, shifted, counted. */

import { type Long, longOf } from "../values/integer";
import { type Example, type KqlFunction, kqlFunction, page } from "./definition";

const TWO = [
  { name: "left", type: "long" },
  { name: "right", type: "long" },
] as const;

function combined(name: string, combine: (left: bigint, right: bigint) => bigint, example: Example): KqlFunction {
  return kqlFunction({
    name,
    source: page(`${name.replaceAll("_", "-")}-function`),
    params: TWO,
    returns: "long",
    nulls: "null in, null out",
    examples: [example],
    call: (left, right) => longOf(combine(BigInt(left), BigInt(right))),
  });
}

const SHIFTED = [
  { name: "value", type: "long" },
  { name: "shift", type: "long" },
] as const;

/** By the shift modulo 64; a negative shift is null. */
function shifted(name: string, isLeft: boolean, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: page(`${name.replaceAll("_", "-")}-function`),
    params: SHIFTED,
    returns: "long",
    nulls: "null in, null out",
    examples,
    prepare: (site) => (value: Long, shift: Long) => {
      if (shift < 0) return null;
      const by = BigInt(shift) % 64n;
      if (isLeft) return longOf(BigInt(value) << by);
      if (value < 0) return site.refuse("unsupported", `\`${name}\` of a negative value is not evaluated`);
      return longOf(BigInt(value) >> by);
    },
  });
}

const not = kqlFunction({
  name: "binary_not",
  source: page("binary-not-function"),
  params: [{ name: "value", type: "long" }],
  returns: "long",
  nulls: "null in, null out",
  examples: [["binary_not(100)", "-101"]],
  call: (value) => longOf(~BigInt(value)),
});

const countOnes = kqlFunction({
  name: "bitset_count_ones",
  source: `${page("bitset-count-ones-function")}, engine`,
  params: [{ name: "value", type: "long" }],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["bitset_count_ones(42)", "3"],
    ["bitset_count_ones(-1)", "64"],
  ],
  call: (value) => BigInt.asUintN(64, BigInt(value)).toString(2).replaceAll("0", "").length,
});

export const bitFunctions: readonly KqlFunction[] = [
  combined("binary_and", (left, right) => left & right, ["binary_and(12, 10)", "8"]),
  combined("binary_or", (left, right) => left | right, ["binary_or(12, 10)", "14"]),
  combined("binary_xor", (left, right) => left ^ right, ["binary_xor(12, 10)", "6"]),
  shifted("binary_shift_left", true, [
    ["binary_shift_left(1, 2)", "4"],
    ["binary_shift_left(1, 66)", "4"],
    ["isnull(binary_shift_left(1, -1))", "true"],
  ]),
  shifted("binary_shift_right", false, [["binary_shift_right(9, 1)", "4"]]),
  not,
  countOnes,
];
