/** Functions on arrays, objects and texts as collections. */

import { compareNumbers, identityOf, isNumber, isSame } from "../equality";
import { invalid } from "../failure";
import { isArray, isObject, objectOf, propertyOf, typeName, type Value, type ValueObject } from "../value";
import { textOf } from "../value-text";
import { arrayAt, countAt, objectAt, optionalTextAt, textOrArrayAt } from "./arguments";
import { ANY_NUMBER, type ExpressionFunction } from "./definition";

const contains: ExpressionFunction = {
  name: "contains",
  summary: "tells whether a text has a part, an array an item, or an object a key",
  arity: [2, 2],
  examples: [
    ["contains('hello world', 'world')", true],
    ["contains('Hello', 'hello')", false],
    ["contains(createArray(1, 2), 2)", true],
    [`contains(json('{"a": 1}'), 'a')`, true],
  ],
  call: (given) => {
    const [collection = null, wanted = null] = given;
    if (typeof collection === "string") return collection.includes(textOf(wanted));
    if (isArray(collection)) return collection.some((item) => isSame(item, wanted));
    if (isObject(collection)) return collection.has(textOf(wanted));
    return invalid(
      `the first argument must be a text, an array or an object, got a value of type ${typeName(collection)}`,
    );
  },
};

const empty: ExpressionFunction = {
  name: "empty",
  summary: "tells whether a text, an array or an object is empty; null is",
  arity: [1, 1],
  examples: [
    ["empty('')", true],
    ["empty('abc')", false],
    ["empty(json('{}'))", true],
  ],
  call: (given) => {
    const [collection = null] = given;
    if (collection === null) return true;
    if (isObject(collection)) return collection.size === 0;
    return textOrArrayAt(given, 0).length === 0;
  },
};

const first: ExpressionFunction = {
  name: "first",
  summary: "takes the first item or character; null of an empty array",
  arity: [1, 1],
  examples: [
    ["first('hello')", "h"],
    ["first(createArray(0, 1, 2))", 0],
  ],
  call: (given) => itemAt(textOrArrayAt(given, 0), 0),
};

const last: ExpressionFunction = {
  name: "last",
  summary: "takes the last item or character; null of an empty array",
  arity: [1, 1],
  examples: [
    ["last('abcd')", "d"],
    ["last(createArray(0, 1, 2, 3))", 3],
  ],
  call: (given) => itemAt(textOrArrayAt(given, 0), -1),
};

function itemAt(collection: string | readonly Value[], index: number): Value {
  return collection.at(index) ?? (typeof collection === "string" ? "" : null);
}

const intersection: ExpressionFunction = {
  name: "intersection",
  summary: "keeps what all arrays or objects have in common",
  arity: [1, ANY_NUMBER],
  examples: [["intersection(createArray(1, 2, 3), createArray(101, 2, 1, 10), createArray(6, 8, 1, 2))", [1, 2]]],
  call: (given) => {
    if (given.every(isObject)) return commonProperties(given);
    const [head = new Map(), ...others] = arraysOf(given).map(distinct);
    return [...head].filter(([identity]) => others.every((other) => other.has(identity))).map(([, item]) => item);
  },
};

/** Of properties with the same name the last one counts. */
function commonProperties(objects: readonly ValueObject[]): Value {
  const [head = new Map<string, Value>()] = objects;
  const names = [...head.keys()].filter((name) => objects.every((object) => object.has(name)));
  return objectOf(names.map((name) => [name, objects.at(-1)?.get(name) ?? null]));
}

const union: ExpressionFunction = {
  name: "union",
  summary: "joins arrays or objects, each item once",
  arity: [1, ANY_NUMBER],
  examples: [
    ["union(createArray(1, 2, 3), createArray(1, 2, 10, 101))", [1, 2, 3, 10, 101]],
    [`union(json('{"a": 1, "b": 1}'), json('{"b": 2}'))`, { a: 1, b: 2 }],
  ],
  call: (given) => {
    if (given.every(isObject)) return objectOf(given.flatMap((object) => [...object]));
    return [...distinct(arraysOf(given).flat()).values()];
  },
};

function arraysOf(given: readonly Value[]): readonly (readonly Value[])[] {
  return given.map((_, index) => arrayAt(given, index));
}

/** Items by identity, in the order in which each came first. */
function distinct(items: readonly Value[]): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const item of items) {
    const identity = identityOf(item);
    if (!found.has(identity)) found.set(identity, item);
  }
  return found;
}

const reverse: ExpressionFunction = {
  name: "reverse",
  summary: "turns an array around",
  arity: [1, 1],
  examples: [["reverse(createArray(0, 1, 2, 3))", [3, 2, 1, 0]]],
  call: (given) => arrayAt(given, 0).toReversed(),
};

const skip: ExpressionFunction = {
  name: "skip",
  summary: "leaves out items at the front",
  arity: [2, 2],
  examples: [["skip(createArray(0, 1, 2, 3), 1)", [1, 2, 3]]],
  call: (given) => arrayAt(given, 0).slice(Math.max(0, countAt(given, 1))),
};

const take: ExpressionFunction = {
  name: "take",
  summary: "takes items or characters from the front",
  arity: [2, 2],
  examples: [
    ["take('abcde', 3)", "abc"],
    ["take(createArray(0, 1, 2, 3, 4), 3)", [0, 1, 2]],
  ],
  call: (given) => textOrArrayAt(given, 0).slice(0, Math.max(0, countAt(given, 1))),
};

const sort: ExpressionFunction = {
  name: "sort",
  summary: "sorts an array by its items or by a property of them",
  arity: [1, 2],
  examples: [
    ["sort(createArray(2, 1, 0, 3))", [0, 1, 2, 3]],
    [`sort(createArray(json('{"k": "b"}'), json('{"k": "a"}')), 'k')`, [{ k: "a" }, { k: "b" }]],
  ],
  call: (given) => {
    const key = optionalTextAt(given, 1);
    const sortKey = (item: Value, index: number): Value =>
      key === undefined
        ? item
        : (propertyOf(objectAt([item], 0), key) ?? invalid(`item ${index} has no property \`${key}\``));
    const keyed = arrayAt(given, 0).map((item, index) => ({ item, key: sortKey(item, index) }));
    return keyed.sort((left, right) => compareItems(left.key, right.key)).map(({ item }) => item);
  },
};

function compareItems(left: Value, right: Value): number {
  const numbers = compareNumbers(left, right);
  if (numbers !== undefined) return numbers;
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  const what = isNumber(left) ? "a number" : `a value of type ${typeName(left)}`;
  return invalid(`${what} can't be sorted against a value of type ${typeName(right)}`);
}

export const collectionFunctions: readonly ExpressionFunction[] = [
  contains,
  empty,
  first,
  intersection,
  last,
  reverse,
  skip,
  sort,
  take,
  union,
];
