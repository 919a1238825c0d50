/** `array_sort_asc` and `array_sort_desc`: one array in order, others moved along with it. */

import { typeOfDynamic, unwrapped } from "../values/convert";
import { comparer } from "../values/order";
import { type Dynamic, isArray } from "../values/value";
import { type CallSite, type KqlFunction, type Overload, page } from "./definition";

/** Kinds of members in the documented order: numbers and times, texts, guids, others. */
function kindOf(value: Dynamic): "number" | "datetime" | "timespan" | "text" | "guid" | "other" {
  const type = typeOfDynamic(value);
  if (type === "long" || type === "real") return "number";
  if (type === "datetime" || type === "timespan" || type === "guid") return type;
  return type === "string" ? "text" : "other";
}

const compareReals = comparer("real");
const compareOthers = comparer("string");

/** Members of one kind only: how the engine orders numbers among times, or bags, was not recorded. */
function orderOf(members: readonly Dynamic[], site: CallSite): (left: Dynamic, right: Dynamic) => number {
  const kinds = new Set(members.map(kindOf));
  if (kinds.size > 1 || kinds.has("other")) {
    return site.refuse("unsupported", `\`${site.name}\` is evaluated for members of one scalar type only`);
  }
  const compare = kinds.has("number") ? compareReals : compareOthers;
  return (left, right) => compare(unwrapped(left), unwrapped(right));
}

/** The places of the members in their new order; nulls stand together at one end. */
function placesInOrder(
  array: readonly Dynamic[],
  direction: 1 | -1,
  areNullsLast: boolean,
  site: CallSite,
): readonly number[] {
  const places = array.map((_, index) => index);
  const isNull = (place: number) => array[place] === null;
  const members = places.filter((place) => !isNull(place));
  const compare = orderOf(
    members.map((place) => array[place] ?? null),
    site,
  );
  const sorted = members.toSorted((left, right) => direction * compare(array[left] ?? null, array[right] ?? null));
  const nulls = places.filter(isNull);
  return areNullsLast ? [...sorted, ...nulls] : [...nulls, ...sorted];
}

/** Most arrays that are taken together here. */
const ARRAYS_MAX = 8;

/** One array gives one; several give a tuple. An array of another length becomes null. */
function sortOverload(count: number, direction: 1 | -1): Overload {
  const arrays = Array.from({ length: count }, (_, index) => ({ name: `array${index + 1}`, type: "dynamic" }) as const);
  const columns = arrays.map(({ name }) => ({ name: `${name}_sorted`, type: "dynamic" }) as const);
  return {
    params: [...arrays, { name: "nulls last", type: "bool", optional: true }],
    returns: "dynamic",
    nulls: "sees nulls",
    ...(count > 1 ? { tuple: columns } : {}),
    prepare:
      (site) =>
      (...args) => {
        const [first = null, ...others] = args.slice(0, count);
        const areNullsLast = args[count] !== false;
        const places = isArray(first) ? placesInOrder(first, direction, areNullsLast, site) : undefined;
        const moved = [first, ...others].map((each = null): Dynamic => {
          if (!places || !isArray(each) || each.length !== places.length) return null;
          return places.map((place) => each[place] ?? null);
        });
        return count > 1 ? moved : (moved[0] ?? null);
      },
  };
}

function sort(name: string, direction: 1 | -1, examples: KqlFunction["examples"]): KqlFunction {
  return {
    name,
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    examples,
    overloads: Array.from({ length: ARRAYS_MAX }, (_, index) => sortOverload(index + 1, direction)),
  };
}

export const arraySortFunctions: readonly KqlFunction[] = [
  sort("array_sort_asc", 1, [
    ["array_sort_asc(dynamic([3, null, 1]))", "dynamic([1, 3, null])"],
    ["array_sort_asc(dynamic(['b', null, 'a']), false)", "dynamic([null, 'a', 'b'])"],
    ["array_sort_asc(dynamic([1, 3, 2]), dynamic(['a', 'b', 'c']))[1]", "dynamic(['a', 'c', 'b'])"],
  ]),
  sort("array_sort_desc", -1, [["array_sort_desc(dynamic(['a', 'b']))", "dynamic(['b', 'a'])"]]),
];
