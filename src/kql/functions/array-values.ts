/** Functions of the values in arrays: sums, places, ranges of numbers. */

import { converter, typeOfDynamic, unwrapped } from "../values/convert";
import { addLongs } from "../values/integer";
import { TICKS_PER_HOUR } from "../values/timespan";
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

/** Equal in type and value; numbers by value, whatever their type. */
function finder(wanted: Dynamic): (each: Dynamic) => boolean {
  const key = unwrapped(wanted);
  const type = typeOfDynamic(wanted);
  if (isNumber(wanted)) return (each) => isNumber(each) && Number(unwrapped(each)) === Number(key);
  return (each) => typeOfDynamic(each) === type && unwrapped(each) === key;
}

/** The place in a range of the array; a start below zero counts from the end. */
const arrayIndexOf = kqlFunction({
  name: "array_index_of",
  source: `${page("array-index-of-function")}, engine`,
  params: [
    { name: "array", type: "dynamic" },
    { name: "value", type: "any" },
    { name: "start", type: "long", optional: true },
    { name: "length", type: "long", optional: true },
    { name: "occurrence", type: "long", optional: true },
  ],
  returns: "long",
  nulls: "null in, null out",
  examples: [
    ["array_index_of(dynamic(['this', 'is']), 'is')", "1"],
    ["array_index_of(dynamic([5, 15]), 15.0)", "1"],
    ["array_index_of(dynamic([5]), 6)", "-1"],
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, 1, -1, 2)", "3"],
    ["array_index_of(dynamic([5, 6, 5, 6]), 5, 1, 1)", "-1"],
    ["array_index_of(dynamic([5, 6, 5, 6]), 6, -2)", "3"],
  ],
  prepare: (site) => {
    const wrap = converter(site.types[1] ?? "dynamic", "dynamic");
    return (array, value, start = 0, length = -1, occurrence = 1) => {
      const wanted = wrap(value) as Dynamic;
      if (!isArray(array) || typeOfDynamic(wanted) === undefined) {
        return site.refuse("unsupported", "`array_index_of` is evaluated for scalars in arrays only");
      }
      if (occurrence < 0 || length < -1) return null;
      const from = Number(start) < 0 ? array.length + Number(start) : Number(start);
      if (from < 0 || Number(occurrence) === 0) {
        return site.refuse(
          "unsupported",
          "`array_index_of` from before the beginning or of no occurrence is not evaluated",
        );
      }
      const end = length < 0 ? array.length : from + Number(length);
      const isWanted = finder(wanted);
      const places = array.flatMap((each, index) => (index >= from && index < end && isWanted(each) ? [index] : []));
      return places[Number(occurrence) - 1] ?? -1;
    };
  },
});

/** Most items that the engine gives. Source: https://learn.microsoft.com/kusto/query/range-function, read 2026-11-25. */
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
    ["range(1h, 2h)", "dynamic([time(1h), time(2h)])"],
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
          { name: "step", type: "timespan", optional: true },
        ],
        returns: "dynamic",
        nulls: "null in, null out",
        prepare: (site) => {
          const wrap = converter(type, "dynamic");
          return (start, stop, step = TICKS_PER_HOUR) => {
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

export const arrayValueFunctions: readonly KqlFunction[] = [arraySum, arrayIndexOf, range];
