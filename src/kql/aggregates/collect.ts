/** Aggregates that gather values: `make_list`, `make_set`. */

import { page } from "../functions/definition";
import { converter, unwrapped } from "../values/convert";
import { type Key, keyReader } from "../values/order";
import type { TypeName } from "../values/type-name";
import { type Dynamic, isArray, isBag } from "../values/value";
import { accumulator, aggregateOverload, type KqlAggregate } from "./definition";

/** Most values that a list or set takes without a size of its own; the old names took fewer, and do so still.
 *  Source: https://learn.microsoft.com/kusto/query/make-set-aggregation-function, read 2026-11-26. */
const SIZE_MAX = 1_048_576;
const SIZES_BY_OLD_NAME: ReadonlyMap<string, number> = new Map([
  ["makelist", 128],
  ["makeset", 128],
]);
const sizeMax = (name: string) => SIZES_BY_OLD_NAME.get(name) ?? SIZE_MAX;

const params = [
  { name: "value", type: "any" },
  { name: "size", type: "long", optional: true },
] as const;

/** An array among the values is taken apart: the list or set is of its items. */
function itemsOf(value: Dynamic): readonly Dynamic[] {
  return isArray(value) ? value : [value];
}

const makeList: KqlAggregate = {
  name: "make_list",
  aliases: ["makelist"],
  source: `${page("make-list-aggregation-function")}, engine`,
  examples: [
    ["datatable(x:long)[2, long(null), 1] | summarize make_list(x)", [2, 1]],
    ["datatable(x:dynamic)[1, dynamic(null)] | summarize make_list(x)", [1, null]],
  ],
  overloads: [
    aggregateOverload({
      params,
      returns: "dynamic",
      nulls: "sees nulls",
      prepare: ({ name, types: [type = "dynamic"] }) => {
        const wrap = converter(type, "dynamic");
        const most = sizeMax(name);
        return accumulator({
          start: (): Dynamic[] => [],
          add: (list, value, size) => {
            // A null of a type is left out, a null inside dynamic is an item.
            if (value === null && type !== "dynamic") return list;
            for (const item of itemsOf(wrap(value) as Dynamic)) {
              if (list.length < Number(size ?? most)) list.push(item);
            }
            return list;
          },
          finish: (list) => list,
        });
      },
    }),
  ],
};

/** Types whose values are their own keys: no text has to be made to tell them apart. A real is not: `0.0` and `-0.0` are two members. */
const OWN_KEYS: ReadonlySet<TypeName> = new Set(["bool", "int", "long", "string", "datetime", "timespan", "guid"]);

function keyOfItem(type: TypeName): (item: Dynamic) => Key {
  return OWN_KEYS.has(type) ? (item) => unwrapped(item) as Key : keyReader("dynamic");
}

const makeSet: KqlAggregate = {
  name: "make_set",
  aliases: ["makeset"],
  source: `${page("make-set-aggregation-function")}, engine`,
  examples: [["datatable(x:long)[2, 1, 2] | summarize make_set(x)", [2, 1]]],
  choice: "values come in the order of their first appearance",
  overloads: [
    aggregateOverload({
      params,
      returns: "dynamic",
      nulls: "skips nulls",
      prepare: ({ name, types: [type = "dynamic"] }) => {
        const wrap = converter(type, "dynamic");
        const most = sizeMax(name);
        const keyOf = keyOfItem(type);
        return accumulator({
          start: () => new Map<Key, Dynamic>(),
          add: (set: Map<Key, Dynamic>, value, size) => {
            for (const item of itemsOf(wrap(value) as Dynamic)) {
              const key = keyOf(item);
              if (set.size < Number(size ?? most) && !set.has(key)) set.set(key, item);
            }
            return set;
          },
          finish: (set) => [...set.values()],
        });
      },
    }),
  ],
};

/** As many items as rows: here a null has its place. */
const makeListWithNulls: KqlAggregate = {
  name: "make_list_with_nulls",
  source: `${page("make-list-with-nulls-aggregation-function")}, engine`,
  examples: [["datatable(x:long)[2, long(null), 1] | summarize make_list_with_nulls(x)", [2, null, 1]]],
  overloads: [
    aggregateOverload({
      params: [{ name: "value", type: "any" }],
      returns: "dynamic",
      nulls: "sees nulls",
      prepare: ({ types: [type = "dynamic"] }) => {
        const wrap = converter(type, "dynamic");
        return accumulator({
          start: (): Dynamic[] => [],
          add: (list, value) => {
            list.push(...itemsOf(wrap(value) as Dynamic));
            return list;
          },
          finish: (list) => list,
        });
      },
    }),
  ],
};

const makeBag: KqlAggregate = {
  name: "make_bag",
  source: `${page("make-bag-aggregation-function")}, engine`,
  examples: [
    ["datatable(x:dynamic)[dynamic({'a': 1}), dynamic({'b': 2}), dynamic(3)] | summarize make_bag(x)", { a: 1, b: 2 }],
  ],
  choice: "of properties with one name the first is kept",
  overloads: [
    aggregateOverload({
      params: [
        { name: "bag", type: "dynamic" },
        { name: "size", type: "long", optional: true },
      ],
      returns: "dynamic",
      nulls: "skips nulls",
      prepare: () =>
        accumulator({
          start: () => new Map<string, Dynamic>(),
          add: (whole: Map<string, Dynamic>, bag: Dynamic, size) => {
            if (!isBag(bag)) return whole;
            for (const [name, value] of bag) {
              if (whole.size < Number(size ?? SIZE_MAX) && !whole.has(name)) whole.set(name, value);
            }
            return whole;
          },
          finish: (whole) => whole,
        }),
    }),
  ],
};

export const collectAggregates: readonly KqlAggregate[] = [makeBag, makeList, makeListWithNulls, makeSet];
