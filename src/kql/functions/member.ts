/** `d.name`, `d["name"]`, `d[0]`: a part of a dynamic value; what is not there is null. */

import { type Dynamic, isArray, isBag } from "../values/value";
import { type KqlFunction, overload, page } from "./definition";

/** Negative numbers count from the end. */
export function itemAt(owner: Dynamic, index: number | bigint): Dynamic {
  return isArray(owner) ? (owner.at(Number(index)) ?? null) : null;
}

export function propertyOf(owner: Dynamic, name: string): Dynamic {
  return isBag(owner) ? (owner.get(name) ?? null) : null;
}

const member: KqlFunction = {
  name: "member",
  source: `${page("scalar-data-types/dynamic")}, engine`,
  examples: [
    [`dynamic({"a": {"b": 1}}).a.b`, "1"],
    ["dynamic([1, 2, 3])[-1]", "3"],
    ["isnull(dynamic([1])[5])", "true"],
  ],
  overloads: [
    overload({
      params: [
        { name: "owner", type: "dynamic" },
        { name: "name", type: "string" },
      ],
      returns: "dynamic",
      nulls: "null in, null out",
      call: propertyOf,
    }),
    overload({
      params: [
        { name: "owner", type: "dynamic" },
        { name: "index", type: "long" },
      ],
      returns: "dynamic",
      nulls: "null in, null out",
      call: itemAt,
    }),
    overload({
      params: [
        { name: "owner", type: "dynamic" },
        { name: "key", type: "dynamic" },
      ],
      returns: "dynamic",
      nulls: "null in, null out",
      call: (owner, key) =>
        typeof key === "number" ? itemAt(owner, key) : typeof key === "string" ? propertyOf(owner, key) : null,
    }),
  ],
};

export const memberFunctions: readonly KqlFunction[] = [member];
