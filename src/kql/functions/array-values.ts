/** Functions of the values in arrays: sums, order, places, ranges of numbers. */

import { converter, typeOfDynamic, unwrapped } from "../values/convert";
import { addLongs } from "../values/integer";
import { comparer } from "../values/order";
import { type Dynamic, dynamicReal, isArray, type Value } from "../values/value";
import { type KqlFunction, kqlFunction, overload, page } from "./definition";

const isNumber = (value: Dynamic) => ["long", "real"].includes(typeOfDynamic(value) ?? "");

/** The engine's sum is a real; nulls are passed over, the sum of nothing is null. */
const arraySum = kqlFunction({
  name: "array_sum",
  source: `${page("array-sum-function")}, engine`,
  params: [{ name: "array", type: "dynamic" }],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["array_sum(dynamic([1, null, 3]))", "4.0"],
    ["isnull(array_sum(dynamic([])))", "true"],
  ],
  call: (array) => {
    if (!isArray(array)) return null;
    const members = array.filter((each) => each !== null);
    if (members.length === 0 || !members.every(isNumber)) return null;
    return members.reduce((sum: number, each) => sum + Number(unwrapped(each)), 0);
  },
});

/** Nulls come last in both directions. */
function sorted(name: string, direction: 1 | -1, example: readonly [string, string]): KqlFunction {
  const compareReals = comparer("real");
  const compareTexts = comparer("string");
  return kqlFunction({
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [{ name: "array", type: "dynamic" }],
    returns: "dynamic",
    nulls: "null in, null out",
    examples: [example],
    prepare: (site) => (array) => {
      if (!isArray(array)) return null;
      const members = array.filter((each) => each !== null);
      const isOfTexts = members.every((each) => typeof each === "string");
      if (!isOfTexts && !members.every(isNumber)) {
        return site.refuse("unsupported", `\`${name}\` is evaluated for texts or numbers only`);
      }
      const compare = isOfTexts ? compareTexts : compareReals;
      const inOrder = members.toSorted((left, right) => direction * compare(unwrapped(left), unwrapped(right)));
      return [...inOrder, ...array.filter((each) => each === null)];
    },
  });
}

/** Numbers are found by their value, whatever their type. */
const arrayIndexOf = kqlFunction({
  name: "array_index_of",
  source: `${page("array-index-of-function")}, engine`,
  params: [
    { name: "array", type: "dynamic" },
    { name: "value", type: "any" },
  ],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["array_index_of(dynamic(['this', 'is']), 'is')", "1"],
    ["array_index_of(dynamic([5, 15]), 15.0)", "1"],
    ["array_index_of(dynamic([5]), 6)", "-1"],
  ],
  prepare: (site) => {
    const wrap = converter(site.types[1] ?? "dynamic", "dynamic");
    return (array, value) => {
      const wanted = wrap(value) as Dynamic;
      const isPlain = typeof wanted === "string" || typeof wanted === "boolean" || isNumber(wanted);
      if (!isArray(array) || !isPlain) {
        return site.refuse("unsupported", "`array_index_of` is evaluated for texts, numbers and bools in arrays only");
      }
      const key = unwrapped(wanted);
      return array.findIndex((each) => unwrapped(each) === key);
    };
  },
});

/** Most items that the engine gives. Source: https://learn.microsoft.com/kusto/query/range-function, read 2026-11-23. */
const RANGE_ITEMS_MAX = 1_048_576;

/** The items from `start` on, each made of the one before, as long as `isWithin` holds. */
function stepped<T extends Value>(start: T, isWithin: (value: T) => boolean, next: (value: T) => T): T[] {
  const items: T[] = [];
  for (let value = start; isWithin(value) && items.length < RANGE_ITEMS_MAX; value = next(value)) items.push(value);
  return items;
}

const STEP_PROBLEM = "`range` is evaluated from a start to a later stop in positive steps only";

const range: KqlFunction = {
  name: "range",
  source: `${page("range-function")}, engine`,
  examples: [
    ["range(1, 3)", "dynamic([1, 2, 3])"],
    ["range(1, 8, 3)", "dynamic([1, 4, 7])"],
    ["range(1h, 3h, 2h)", "dynamic([time(1h), time(3h)])"],
  ],
  overloads: [
    overload({
      params: [
        { name: "start", type: "long" },
        { name: "stop", type: "long" },
        { name: "step", type: "long", optional: true },
      ],
      returns: "dynamic",
      nulls: "null in, null out",
      prepare:
        (site) =>
        (start, stop, step = 1) => {
          if (step <= 0 || start > stop) return site.refuse("unsupported", STEP_PROBLEM);
          return stepped(
            start,
            (value) => value <= stop,
            (value) => addLongs(value, step),
          );
        },
    }),
    overload({
      params: [
        { name: "start", type: "real" },
        { name: "stop", type: "real" },
        { name: "step", type: "real", optional: true },
      ],
      returns: "dynamic",
      nulls: "null in, null out",
      prepare:
        (site) =>
        (start, stop, step = 1) => {
          if (!(step > 0 && start <= stop)) return site.refuse("unsupported", STEP_PROBLEM);
          return stepped(
            start,
            (value) => value <= stop,
            (value) => value + step,
          ).map(dynamicReal);
        },
    }),
    ...(["datetime", "timespan"] as const).map((type) =>
      overload({
        params: [
          { name: "start", type },
          { name: "stop", type },
          { name: "step", type: "timespan" },
        ],
        returns: "dynamic",
        nulls: "null in, null out",
        prepare: (site) => {
          const wrap = converter(type, "dynamic");
          return (start, stop, step) => {
            if (step <= 0n || start > stop) return site.refuse("unsupported", STEP_PROBLEM);
            return stepped(
              start,
              (value) => value <= stop,
              (value) => value + step,
            ).map((each) => wrap(each) as Dynamic);
          };
        },
      }),
    ),
  ],
};

export const arrayValueFunctions: readonly KqlFunction[] = [
  arraySum,
  sorted("array_sort_asc", 1, ["array_sort_asc(dynamic([3, null, 1]))", "dynamic([1, 3, null])"]),
  sorted("array_sort_desc", -1, ["array_sort_desc(dynamic(['a', 'b']))", "dynamic(['b', 'a'])"]),
  arrayIndexOf,
  range,
];
