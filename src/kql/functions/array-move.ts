/** Functions that move the members of arrays: shifted, rotated, split, chosen, zipped, repeated. */

import { converter } from "../values/convert";
import { keyOf } from "../values/order";
import type { TypeName } from "../values/type-name";
import { type Dynamic, DynamicReal, isArray, type Value } from "../values/value";
import { type CallSite, type Example, type KqlFunction, kqlFunction, page } from "./definition";

const ARRAY = { name: "array", type: "dynamic" } as const;

function refused(site: CallSite): never {
  return site.refuse("unsupported", `\`${site.name}\` is evaluated for arrays only`);
}

const wrapper = (type: TypeName | undefined) => {
  const wrap = converter(type ?? "dynamic", "dynamic");
  return (value: Value) => wrap(value) as Dynamic;
};

/** What is put in where nothing is given: an empty text among texts, else null. */
function filler(site: CallSite, array: readonly Dynamic[]): Dynamic {
  const isText = array.map((each) => typeof each === "string");
  if (!isText.includes(true)) return null;
  if (isText.includes(false)) {
    return site.refuse("unsupported", `\`${site.name}\` of texts beside other values needs a default to be evaluated`);
  }
  return "";
}

function shift(name: string, direction: 1 | -1, examples: readonly Example[]): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [ARRAY, { name: "count", type: "long" }, { name: "default", type: "any", optional: true }],
    returns: "dynamic",
    nulls: "sees nulls",
    examples,
    prepare: (site) => {
      const wrap = wrapper(site.types[2]);
      return (array, count, fallback) => {
        if (array === null || count === null) return null;
        if (!isArray(array)) return refused(site);
        const fill = fallback === undefined ? filler(site, array) : wrap(fallback);
        const by = direction * Number(count);
        return array.map((_, index) => (index + by in array ? (array[index + by] as Dynamic) : fill));
      };
    },
  });
}

function rotate(name: string, direction: 1 | -1, example: Example): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [ARRAY, { name: "count", type: "long" }],
    returns: "dynamic",
    nulls: "null in, null out",
    examples: [example],
    prepare: (site) => (array, count) => {
      if (!isArray(array)) return refused(site);
      const size = array.length;
      const by = (direction * Number(count)) % Math.max(size, 1);
      return array.map((_, index) => array[(index + by + size) % size] ?? null);
    },
  });
}

/** Places below zero count from the end. */
const arraySplit = kqlFunction({
  name: "array_split",
  source: `${page("array-split-function")}, engine`,
  params: [ARRAY, { name: "places", type: "dynamic" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["array_split(dynamic([1, 2, 3, 4, 5]), 2)", "dynamic([[1, 2], [3, 4, 5]])"],
    ["array_split(dynamic([1, 2, 3, 4, 5]), dynamic([1, 3]))", "dynamic([[1], [2, 3], [4, 5]])"],
    ["array_split(dynamic([1, 2, 3, 4, 5]), -2)", "dynamic([[1, 2, 3], [4, 5]])"],
  ],
  prepare: (site) => (array, list) => {
    if (!isArray(array)) return refused(site);
    const places = (isArray(list) ? list : [list]).map((each) => Number(each) + (Number(each) < 0 ? array.length : 0));
    const bounds = [0, ...places, array.length];
    if (bounds.some((bound, index) => !Number.isInteger(bound) || bound < (bounds[index - 1] ?? 0))) {
      return site.refuse("unsupported", "`array_split` is evaluated at rising places within the array only");
    }
    return bounds.slice(1).map((end, index) => array.slice(bounds[index], end));
  },
});

/** A number is true unless it is zero; what is neither number nor bool decides nothing. */
function truth(value: Dynamic): boolean | undefined {
  const plain = value instanceof DynamicReal ? value.value : value;
  if (typeof plain === "boolean") return plain;
  return typeof plain === "number" || typeof plain === "bigint" ? Number(plain) !== 0 : undefined;
}

const arrayIff = kqlFunction({
  name: "array_iff",
  aliases: ["array_iif"],
  source: `${page("array-iff-function")}, engine`,
  params: [
    { name: "conditions", type: "dynamic" },
    { name: "then", type: "any" },
    { name: "else", type: "any" },
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["array_iff(dynamic([true, false, true]), dynamic([1, 2, 3]), dynamic([4, 5, 6]))", "dynamic([1, 5, 3])"],
    ["array_iff(dynamic([1, 0, 50, 'x']), 'yes', 'no')", "dynamic(['yes', 'no', 'yes', null])"],
    ["array_iff(dynamic([true, true]), dynamic([1]), dynamic([3, 4]))", "dynamic([1, null])"],
  ],
  prepare: (site) => {
    const wraps = site.types.map(wrapper);
    return (conditions, then, otherwise) => {
      if (conditions === null) return null;
      if (!isArray(conditions)) return refused(site);
      const pick = (from: Value, at: number, arg: number) => (isArray(from) ? (from[at] ?? null) : wraps[arg]?.(from));
      return conditions.map((condition, index): Dynamic => {
        const decision = truth(condition);
        if (decision === undefined) return null;
        return (decision ? pick(then, index, 1) : pick(otherwise, index, 2)) ?? null;
      });
    };
  },
});

/** As long as the longest; what is missing is null. */
const zip = kqlFunction({
  name: "zip",
  source: `${page("zip-function")}, engine`,
  params: [{ name: "arrays", type: "dynamic", repeats: true }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["zip(dynamic([1, 3, 5]), dynamic([2, 4, 6]))", "dynamic([[1, 2], [3, 4], [5, 6]])"],
    ["zip(dynamic([1, 2]), dynamic(['a']))", "dynamic([[1, 'a'], [2, null]])"],
  ],
  prepare:
    (site) =>
    (...values) => {
      const arrays = values.map((each) => (isArray(each) ? each : refused(site)));
      const length = Math.max(...arrays.map((each) => each.length));
      return Array.from({ length }, (_, index) => arrays.map((each) => each[index] ?? null));
    },
});

/** Most members, as of `range`. */
const MEMBERS_MAX = 1_048_576;

const repeat = kqlFunction({
  name: "repeat",
  source: `${page("repeat-function")}, engine`,
  params: [
    { name: "value", type: "any" },
    { name: "count", type: "long" },
  ],
  returns: ([type]) => (type === "dynamic" ? { problem: "`repeat` takes no dynamic value" } : "dynamic"),
  nulls: "sees nulls",
  examples: [
    ["repeat(1, 3)", "dynamic([1, 1, 1])"],
    ["repeat(1, 0)", "dynamic([])"],
    ["isnull(repeat(1, -1))", "true"],
  ],
  prepare: (site) => {
    const wrap = wrapper(site.types[0]);
    return (value, count) => {
      if (count === null || count < 0) return null;
      if (count > MEMBERS_MAX)
        return site.refuse("unsupported", `\`repeat\` is evaluated up to ${MEMBERS_MAX} times only`);
      return new Array<Dynamic>(Number(count)).fill(wrap(value));
    };
  },
});

const keys = (array: readonly Dynamic[]) => new Set(array.map((each) => keyOf(each, "dynamic")));

const SETS = [
  { name: "left", type: "dynamic" },
  { name: "right", type: "dynamic" },
] as const;

const jaccard = kqlFunction({
  name: "jaccard_index",
  source: `${page("jaccard-index-function")}, engine`,
  params: SETS,
  returns: "real",
  nulls: "null in, null out",
  examples: [["jaccard_index(dynamic([1, 2, 3, 3]), dynamic([1, 2, 3, 4]))", "0.75"]],
  prepare: (site) => (left, right) => {
    if (!isArray(left) || !isArray(right)) return refused(site);
    const [first, second] = [keys(left), keys(right)];
    const common = [...first].filter((key) => second.has(key)).length;
    const all = first.size + second.size - common;
    return all === 0 ? site.refuse("unsupported", "`jaccard_index` of two empty sets is not evaluated") : common / all;
  },
});

const setEquals = kqlFunction({
  name: "set_equals",
  source: page("set-equals-function"),
  params: SETS,
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    ["set_equals(dynamic([1, 2]), dynamic([2, 1]))", "true"],
    ["set_equals(dynamic([1, 2]), dynamic([2, 3]))", "false"],
  ],
  prepare: (site) => (left, right) => {
    if (!isArray(left) || !isArray(right)) return refused(site);
    const [first, second] = [keys(left), keys(right)];
    return first.size === second.size && [...first].every((key) => second.has(key));
  },
});

export const arrayMoveFunctions: readonly KqlFunction[] = [
  shift("array_shift_left", 1, [
    ["array_shift_left(dynamic([1, 2, 3]), 2)", "dynamic([3, null, null])"],
    ["array_shift_left(dynamic([1, 2, 3]), -2, -1)", "dynamic([-1, -1, 1])"],
    ["array_shift_left(dynamic(['a', 'b']), 1)", "dynamic(['b', ''])"],
  ]),
  shift("array_shift_right", -1, [["array_shift_right(dynamic([1, 2, 3]), 1, 0)", "dynamic([0, 1, 2])"]]),
  rotate("array_rotate_left", 1, ["array_rotate_left(dynamic([1, 2, 3, 4, 5]), 2)", "dynamic([3, 4, 5, 1, 2])"]),
  rotate("array_rotate_right", -1, ["array_rotate_right(dynamic([1, 2, 3, 4, 5]), -2)", "dynamic([3, 4, 5, 1, 2])"]),
  arraySplit,
  arrayIff,
  zip,
  repeat,
  jaccard,
  setEquals,
];
