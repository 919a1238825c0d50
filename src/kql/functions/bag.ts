/** Functions of property bags: keys, paths, canonical text. */

import { jsonText } from "../values/json";
import { atPath, type JsonPath, jsonPathOf } from "../values/json-path";
import { textOfDynamic } from "../values/text";
import { type Dynamic, type DynamicBag, isArray, isBag } from "../values/value";
import { wrappers } from "./array";
import { type CallSite, type KqlFunction, kqlFunction, page } from "./definition";

/** A key by itself, or the path below the root that a JSONPath names; places in arrays are not supported there. */
function keyPath(site: CallSite, key: string): readonly string[] {
  if (!key.startsWith("$")) return [key];
  const path = jsonPathOf(key);
  const isOfNames = (each: JsonPath): each is readonly string[] => each.every((step) => typeof step === "string");
  if (!path || path.length === 0 || !isOfNames(path)) {
    return site.refuse("unsupported", `\`${site.name}\` with the path \`${key}\` is not evaluated`);
  }
  return path;
}

const bagHasKey = kqlFunction({
  name: "bag_has_key",
  source: `${page("bag-has-key-function")}, engine`,
  params: [
    { name: "bag", type: "dynamic" },
    { name: "key", type: "string" },
  ],
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    [`bag_has_key(dynamic({"a": 1}), 'a')`, "true"],
    [`bag_has_key(dynamic({"a": {"b": 1}}), '$.a.b')`, "true"],
    [`bag_has_key(dynamic({"a": {"b": 1}}), 'b')`, "false"],
  ],
  prepare: (site) => (bag, key) => {
    const path = keyPath(site, key);
    return isBag(bag) ? atPath(bag, path) !== undefined : notABag(site);
  },
});

function notABag(site: CallSite): never {
  return site.refuse("unsupported", `\`${site.name}\` is evaluated for bags only`);
}

function without(bag: DynamicBag, [key = "", ...rest]: readonly string[]): DynamicBag {
  const copy = new Map(bag);
  const inner = bag.get(key) ?? null;
  if (rest.length === 0) copy.delete(key);
  else if (isBag(inner)) copy.set(key, without(inner, rest));
  return copy;
}

/** Names that are not there are passed over. */
const bagRemoveKeys = kqlFunction({
  name: "bag_remove_keys",
  source: page("bag-remove-keys-function"),
  params: [
    { name: "bag", type: "dynamic" },
    { name: "keys", type: "dynamic" },
  ],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`bag_remove_keys(dynamic({"a": 1, "b": 2}), dynamic(["b", "c"]))`, `dynamic({"a": 1})`],
    [
      `bag_remove_keys(dynamic({"a": {"b": 1, "c": 2}, "d": [1]}), dynamic(["$.a.b", "d"]))`,
      `dynamic({"a": {"c": 2}})`,
    ],
  ],
  prepare: (site) => (bag, keys) => {
    if (!isArray(keys) || !keys.every((key) => typeof key === "string")) {
      return site.refuse("unsupported", "`bag_remove_keys` is evaluated for arrays of texts only");
    }
    return isBag(bag)
      ? keys.reduce((rest: DynamicBag, key) => without(rest, keyPath(site, String(key))), bag)
      : notABag(site);
  },
});

/** What stands in the way of a path is replaced by a bag only where it is missing. */
function withKey(site: CallSite, bag: DynamicBag, [key = "", ...rest]: readonly string[], value: Dynamic): DynamicBag {
  const copy = new Map(bag);
  if (rest.length === 0) return copy.set(key, value);
  const inner = bag.get(key) ?? new Map<string, Dynamic>();
  if (!isBag(inner)) return site.refuse("unsupported", "`bag_set_key` below a value that is no bag is not evaluated");
  return copy.set(key, withKey(site, inner, rest, value));
}

const bagSetKey = kqlFunction({
  name: "bag_set_key",
  source: page("bag-set-key-function"),
  params: [
    { name: "bag", type: "dynamic" },
    { name: "key", type: "string" },
    { name: "value", type: "any" },
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [`bag_set_key(dynamic({"a": 1}), 'b', 3)`, `dynamic({"a": 1, "b": 3})`],
    [`bag_set_key(dynamic({"a": 1}), '$.b.c', 'x')`, `dynamic({"a": 1, "b": {"c": "x"}})`],
    [`isnull(bag_set_key(dynamic([1]), 'b', 3))`, "true"],
  ],
  prepare: (site) => {
    const wrap = wrappers(site.types);
    return (bag, key, value) => (isBag(bag) ? withKey(site, bag, keyPath(site, key), wrap(value, 2)) : null);
  },
});

const bagZip = kqlFunction({
  name: "bag_zip",
  source: page("bag-zip"),
  params: [
    { name: "keys", type: "dynamic" },
    { name: "values", type: "dynamic" },
  ],
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    [`bag_zip(dynamic(["a", 8, "b", "c"]), dynamic([1, "2", 2.5]))`, `dynamic({"a": 1, "b": 2.5, "c": null})`],
    [`isnull(bag_zip(dynamic("a"), dynamic([1])))`, "true"],
  ],
  call: (keys, values) => {
    if (!isArray(keys)) return null;
    const bag = new Map<string, Dynamic>();
    for (const [index, key] of keys.entries()) {
      if (typeof key === "string") bag.set(key, isArray(values) ? (values[index] ?? null) : null);
    }
    return bag;
  },
});

/** All paths, those of inner nodes too, as recorded. Every place of an array is `[0]`. */
function addPaths(value: Dynamic, at: string, paths: Set<string>): void {
  if (isBag(value)) {
    for (const [name, each] of value) addStep(each, `${at}['${name}']`, paths);
  } else if (isArray(value)) {
    for (const each of value) addStep(each, `${at}[0]`, paths);
  }
}

function addStep(value: Dynamic, at: string, paths: Set<string>): void {
  paths.add(at);
  addPaths(value, at, paths);
}

const treepath = kqlFunction({
  name: "treepath",
  source: `${page("treepath-function")}, engine`,
  params: [{ name: "value", type: "dynamic" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`treepath(parse_json('{"a": "b", "c": 123}'))`, `dynamic(["['a']", "['c']"])`],
    [`treepath(parse_json('{"a": [1, 2], "b": "c"}'))`, `dynamic(["['a']", "['a'][0]", "['b']"])`],
    [`treepath(parse_json('{"l": [1, {"x": "y"}]}'))`, `dynamic(["['l']", "['l'][0]", "['l'][0]['x']"])`],
  ],
  prepare: (site) => (value) => {
    if (!isBag(value)) return notABag(site);
    const paths = new Set<string>();
    addPaths(value, "", paths);
    return [...paths];
  },
});

/** Names in their order, all the way down. */
function canonical(value: Dynamic): Dynamic {
  if (isArray(value)) return value.map(canonical);
  if (!isBag(value)) return value;
  const sorted = [...value].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return new Map(sorted.map(([name, each]) => [name, canonical(each)]));
}

const dynamicToJson = kqlFunction({
  name: "dynamic_to_json",
  source: `${page("dynamic-to-json-function")}, engine`,
  params: [{ name: "value", type: "dynamic" }],
  returns: "string",
  nulls: "null in, null out",
  examples: [[`dynamic_to_json(dynamic({"b": {"d": 1, "c": 2}, "a": [2, 1]}))`, `'{"a":[2,1],"b":{"c":2,"d":1}}'`]],
  call: (value) => (isArray(value) || isBag(value) ? jsonText(canonical(value)) : textOfDynamic(value)),
});

export const bagFunctions: readonly KqlFunction[] = [
  bagHasKey,
  bagRemoveKeys,
  bagSetKey,
  bagZip,
  treepath,
  dynamicToJson,
];
