/** `around`, `assert`, `format_bytes`: small tests and texts of numbers. */

import { realText } from "../values/json";
import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";
import { type KqlFunction, kqlFunction, overload, page } from "./definition";

const DISTANCES: readonly (readonly [type: TypeName, delta: TypeName])[] = [
  ["long", "long"],
  ["real", "real"],
  ["datetime", "timespan"],
  ["timespan", "timespan"],
];

const distance = (left: Value, right: Value): number | bigint => {
  if (typeof left === "number" && typeof right === "number") return Math.abs(left - right);
  const difference = BigInt(left as number | bigint) - BigInt(right as number | bigint);
  return difference < 0n ? -difference : difference;
};

const around: KqlFunction = {
  name: "around",
  source: `${page("around-function")}, engine`,
  examples: [
    ["around(5, 7, 2)", "true"],
    ["around(5.5, 7, 1)", "false"],
    ["around(datetime(2021-01-01 01:31), datetime(2021-01-01 01:30), 1min)", "true"],
    ["isnull(around(long(null), 7, 2))", "true"],
  ],
  overloads: DISTANCES.map(([type, delta]) =>
    overload({
      params: [
        { name: "value", type },
        { name: "center", type },
        { name: "delta", type: delta },
      ],
      returns: "bool",
      nulls: "null in, null out",
      call: (value: Value, center: Value, span: Value) => distance(value, center) <= (span as number | bigint),
    }),
  ),
};

/** Ends the query where the condition does not hold. The engine says so before any row is read, picket at the first row. */
const assert = kqlFunction({
  name: "assert",
  source: page("assert-function"),
  params: [
    { name: "condition", type: "bool" },
    { name: "message", type: "string" },
  ],
  returns: "bool",
  nulls: "sees nulls",
  examples: [["assert(1 < 2, 'numbers are broken')", "true"]],
  prepare: (site) => (condition, message) =>
    condition === true ? true : site.refuse("invalid", `assert() has failed with message: '${message}'`),
});

const UNITS = ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"];
const UNIT_BYTES = 1024;

/** The largest unit that leaves one or more, unless one is given. */
const formatBytes = kqlFunction({
  name: "format_bytes",
  source: page("format-bytes-function"),
  params: [
    { name: "size", type: "real" },
    { name: "precision", type: "long", optional: true },
    { name: "unit", type: "string", optional: true },
  ],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["format_bytes(564)", "'564 Bytes'"],
    ["format_bytes(10332, 1)", "'10.1 KB'"],
    ["format_bytes(20010332)", "'19 MB'"],
    ["format_bytes(20010332, 2)", "'19.08 MB'"],
    ["format_bytes(20010332, 0, 'KB')", "'19541 KB'"],
  ],
  prepare:
    (site) =>
    (size, precision = 0, unit = "") => {
      const wanted = UNITS.indexOf(unit);
      if (!(size >= 0) || !Number.isFinite(size) || precision < 0 || precision > 15 || (unit !== "" && wanted < 0)) {
        return site.refuse("unsupported", "`format_bytes` of this size, precision or unit is not evaluated");
      }
      const fitting = UNITS.findLastIndex((_, power) => size >= UNIT_BYTES ** power);
      const power = unit === "" ? Math.max(fitting, 0) : wanted;
      const scale = 10 ** Number(precision);
      const number = Math.round((size / UNIT_BYTES ** power) * scale) / scale;
      // What rounds up to a whole next unit, and zeros at the end, were not recorded.
      if (unit === "" && number >= UNIT_BYTES && power < UNITS.length - 1) {
        return site.refuse("unsupported", "`format_bytes` of a size just below a unit is not evaluated");
      }
      return `${realText(number).replace(/\.0$/, "")} ${UNITS[power]}`;
    },
});

export const aroundFunctions: readonly KqlFunction[] = [around, assert, formatBytes];
