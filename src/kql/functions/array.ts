/** Functions of arrays and bags: lengths, parts, keys, packing, sets. */

import { converter, typeOfDynamic } from "../values/convert";
import { type Key, keyOf } from "../values/order";
import { type Dynamic, isArray, isBag, type Value } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";
import { rememberingLast } from "./remembering-last";

const one = [{ name: "array", type: "dynamic" }] as const;

const arrayLength = kqlFunction({
  name: "array_length",
  aliases: ["arraylength"],
  source: `${page("array-length-function")}, engine`,
  params: one,
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["array_length(dynamic([1, 2, 'three']))", "3"],
    [`array_length(parse_json("1"))`, "long(null)"],
  ],
  call: (array) => (isArray(array) ? array.length : null),
});

const arrayConcat = kqlFunction({
  name: "array_concat",
  source: page("array-concat-function"),
  params: [{ name: "arrays", type: "dynamic", repeats: true }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [["array_concat(dynamic([1]), dynamic([2, 3]))", "dynamic([1, 2, 3])"]],
  prepare:
    (site) =>
    (...arrays) =>
      arrays.flatMap((each) => (isArray(each) ? each : notAnArray(site))),
});

function notAnArray(site: CallSite): never {
  return site.refuse("unsupported", `\`${site.name}\` is evaluated for arrays only`);
}

/** Both ends belong to the part; negative places count from the end. */
const arraySlice = kqlFunction({
  name: "array_slice",
  source: `${page("array-slice-function")}, engine`,
  params: [...one, { name: "start", type: "long" }, { name: "end", type: "long" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["array_slice(dynamic([1, 2, 3, 4, 5]), 1, 3)", "dynamic([2, 3, 4])"],
    ["array_slice(dynamic([1, 2, 3, 4, 5]), -3, -2)", "dynamic([3, 4])"],
  ],
  call: (array, start, end) => {
    if (!isArray(array)) return null;
    const place = (at: number) => Math.max(0, at < 0 ? array.length + at : at);
    return array.slice(place(Number(start)), Number(end) < -array.length ? 0 : place(Number(end)) + 1);
  },
});

const arrayReverse = kqlFunction({
  name: "array_reverse",
  source: page("array-reverse-function"),
  params: one,
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [["array_reverse(dynamic([1, 2]))", "dynamic([2, 1])"]],
  call: (array) => (isArray(array) ? array.toReversed() : null),
});

const gettype = kqlFunction({
  name: "gettype",
  source: `${page("gettype-function")}, engine`,
  params: [{ name: "value", type: "any" }],
  returns: "string",
  nulls: "sees nulls",
  examples: [
    ["gettype(1.0)", "'real'"],
    ["gettype(dynamic([1]))", "'array'"],
    [`gettype(dynamic({"a": 1}))`, "'dictionary'"],
    ["gettype(parse_json('1.5'))", "'double'"],
    ["gettype(dynamic(null))", "'null'"],
  ],
  prepare: ({ types: [type = "dynamic"] }) => (type === "dynamic" ? dynamicTypeName : () => type),
});

function dynamicTypeName(value: Value): string {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (isBag(value)) return "dictionary";
  const type = typeOfDynamic(value);
  return type === "real" ? "double" : (type ?? "null");
}

const bagKeys = kqlFunction({
  name: "bag_keys",
  source: `${page("bag-keys-function")}, engine`,
  params: [{ name: "bag", type: "dynamic" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [[`bag_keys(dynamic({"a": 1, "b": {"c": 2}}))`, `dynamic(["a", "b"])`]],
  call: (bag) => (isBag(bag) ? [...bag.keys()] : null),
});

/** The first bag that has a property gives its value. */
const bagMerge = kqlFunction({
  name: "bag_merge",
  source: page("bag-merge-function"),
  params: [{ name: "bags", type: "dynamic", repeats: true }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [[`bag_merge(dynamic({"a": 1}), dynamic({"a": 2, "b": 3}))`, `dynamic({"a": 1, "b": 3})`]],
  prepare:
    (site) =>
    (...bags) => {
      const merged = new Map<string, Dynamic>();
      for (const bag of bags) {
        if (!isBag(bag)) return site.refuse("unsupported", "`bag_merge` is evaluated for bags only");
        for (const [name, value] of bag) if (!merged.has(name)) merged.set(name, value);
      }
      return merged;
    },
});

/** Values of a call's arguments as they stand inside dynamic. */
export function wrappers(types: CallSite["types"]): (value: Value, index: number) => Dynamic {
  const each = types.map((type) => converter(type, "dynamic"));
  return (value, index) => (each[index]?.(value) ?? null) as Dynamic;
}

const bagPack = kqlFunction({
  name: "bag_pack",
  aliases: ["pack", "pack_dictionary"],
  source: `${page("pack-function")}, engine`,
  params: [{ name: "names and values", type: "any", repeats: true }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [[`bag_pack("a", 1, "b", bag_pack("c", "d"))`, `dynamic({"a": 1, "b": {"c": "d"}})`]],
  prepare: ({ types }) => {
    const wrap = wrappers(types);
    return (...values) => {
      const bag = new Map<string, Dynamic>();
      for (let index = 0; index + 1 < values.length; index += 2) {
        bag.set(String(values[index]), wrap(values[index + 1] ?? null, index + 1));
      }
      return bag;
    };
  },
});

/** What `pack_all(true)` is lowered to; no query can name it. Nulls and empty texts are left out. */
const packPresent = kqlFunction({
  name: "$pack_present",
  source: page("pack-all-function"),
  params: [{ name: "names and values", type: "any", repeats: true }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [],
  prepare: ({ types }) => {
    const wrap = wrappers(types);
    return (...values) => {
      const bag = new Map<string, Dynamic>();
      for (let index = 0; index + 1 < values.length; index += 2) {
        const value = values[index + 1] ?? null;
        if (value !== null && value !== "") bag.set(String(values[index]), wrap(value, index + 1));
      }
      return bag;
    };
  },
});

const packArray = kqlFunction({
  name: "pack_array",
  source: page("pack-array-function"),
  params: [{ name: "values", type: "any", repeats: true }],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [["pack_array(1, 'a', 2.5)", "dynamic([1, 'a', 2.5])"]],
  prepare: ({ types }) => {
    const wrap = wrappers(types);
    return (...values) => values.map(wrap);
  },
});

type Keys = ReadonlyMap<Key, Dynamic>;

const keyed = (array: readonly Dynamic[]): Keys => new Map(array.map((each) => [keyOf(each, "dynamic"), each]));

/** The keys of an array that a call site has at this place. */
type KeysAt = (array: readonly Dynamic[], index: number) => Keys;

/** Members in the order in which they first come, each once. */
function setFunction(
  name: string,
  combine: (first: readonly Dynamic[], others: readonly (readonly Dynamic[])[], keysAt: KeysAt) => readonly Dynamic[],
  examples: KqlFunction["examples"],
): KqlFunction {
  return kqlFunction({
    name,
    source: `${page(`${name.replace("_", "-")}-function`)}, engine`,
    params: [
      { name: "first", type: "dynamic" },
      { name: "others", type: "dynamic", repeats: true },
    ],
    returns: "dynamic",
    nulls: "null in, null out",
    examples,
    prepare: (site) => {
      const readers: ((array: readonly Dynamic[]) => Keys)[] = [];
      const keysAt: KeysAt = (array, index) => {
        readers[index] ??= rememberingLast(keyed);
        return readers[index](array);
      };
      return (first, ...others) => {
        const arrays = others.map((each) => (isArray(each) ? each : notAnArray(site)));
        const members = combine(isArray(first) ? first : notAnArray(site), arrays, keysAt);
        return [...keyed(members).values()];
      };
    },
  });
}

const setHasElement = kqlFunction({
  name: "set_has_element",
  source: `${page("set-has-element-function")}, engine`,
  params: [
    { name: "set", type: "dynamic" },
    { name: "value", type: "any" },
  ],
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    ["set_has_element(dynamic([1, 2]), 2)", "true"],
    ["set_has_element(dynamic([1, 2]), '2')", "false"],
  ],
  prepare: ({ types }) => {
    const wrap = wrappers(types);
    const keysOf = rememberingLast(keyed);
    return (set, value) => isArray(set) && keysOf(set).has(keyOf(wrap(value, 1), "dynamic"));
  },
});

export const arrayFunctions: readonly KqlFunction[] = [
  arrayLength,
  arrayConcat,
  arraySlice,
  arrayReverse,
  gettype,
  bagKeys,
  bagMerge,
  bagPack,
  packArray,
  packPresent,
  setFunction("set_union", (first, others) => [...first, ...others.flat()], [
    ["set_union(dynamic([1, 2]), dynamic([2, 3]))", "dynamic([1, 2, 3])"],
  ]),
  setFunction(
    "set_intersect",
    (first, others, keysAt) => {
      const sets = others.map(keysAt);
      return first.filter((each) => sets.every((set) => set.has(keyOf(each, "dynamic"))));
    },
    [["set_intersect(dynamic([1, 2, 3]), dynamic([3, 2]))", "dynamic([2, 3])"]],
  ),
  setFunction(
    "set_difference",
    (first, others, keysAt) => {
      const sets = others.map(keysAt);
      return first.filter((each) => !sets.some((set) => set.has(keyOf(each, "dynamic"))));
    },
    [["set_difference(dynamic([1, 2, 3]), dynamic([2]))", "dynamic([1, 3])"]],
  ),
  setHasElement,
];
