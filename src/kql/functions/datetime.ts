/** Functions of time: now, ago and bins. */

import { datetimeInRange } from "../values/datetime";
import { longOf } from "../values/integer";
import { type KqlFunction, kqlFunction, overload, page } from "./definition";

/** Multiple of `size` at or below; `size` is positive. */
export function floorTo(value: bigint, size: bigint): bigint {
  const rest = value % size;
  return value - (rest < 0n ? rest + size : rest);
}

const ingestionTime = kqlFunction({
  name: "ingestion_time",
  source: page("ingestion-time-function"),
  params: [],
  returns: "datetime",
  nulls: "sees nulls",
  examples: [],
  // Another value for each row, though no column is read.
  is: "volatile",
  compile: (_args, site) => (row, run) => {
    const ticks = run.world.ingested.get(row);
    return (
      ticks ??
      site.refuse("unsupported", "nothing says when this row was ingested; ask for it before the row is changed")
    );
  },
});

const now = kqlFunction({
  name: "now",
  source: page("now-function"),
  params: [{ name: "offset", type: "timespan", optional: true }],
  returns: "datetime",
  nulls: "sees nulls",
  examples: [["now() == now()", "true"]],
  compile: ([offset]) => {
    if (!offset) return (_row, run) => run.now;
    return (row, run) => {
      const span = offset(row, run);
      return typeof span === "bigint" ? datetimeInRange(run.now + span) : null;
    };
  },
});

const ago = kqlFunction({
  name: "ago",
  source: page("ago-function"),
  params: [{ name: "span", type: "timespan" }],
  returns: "datetime",
  nulls: "null in, null out",
  examples: [["now() - ago(1h)", "1h"]],
  compile:
    ([span]) =>
    (row, run) => {
      const value = span ? span(row, run) : null;
      return typeof value === "bigint" ? datetimeInRange(run.now - value) : null;
    },
});

const two = <L extends string, R extends string>(value: L, size: R) =>
  [
    { name: "value", type: value },
    { name: "size", type: size },
  ] as const;

const bin: KqlFunction = {
  name: "bin",
  aliases: ["floor"],
  source: `${page("bin-function")}, engine`,
  examples: [
    ["bin(-5, 2)", "-6"],
    ["bin(4.5, 1)", "4.0"],
    ["bin(datetime(2026-03-05 10:11), 7d)", "datetime(2026-03-02)"],
  ],
  overloads: [
    overload({
      params: two("long", "long"),
      returns: "long",
      nulls: "null in, null out",
      call: (value, size) => (Number(size) <= 0 ? null : longOf(floorTo(BigInt(value), BigInt(size)))),
    }),
    overload({
      params: two("real", "real"),
      returns: "real",
      nulls: "null in, null out",
      call: (value, size) => (size <= 0 ? null : Math.floor(value / size) * size),
    }),
    overload({
      params: two("datetime", "timespan"),
      returns: "datetime",
      nulls: "null in, null out",
      call: (value, size) => (size <= 0n ? null : floorTo(value, size)),
    }),
    overload({
      params: two("timespan", "timespan"),
      returns: "timespan",
      nulls: "null in, null out",
      call: (value, size) => (size <= 0n ? null : floorTo(value, size)),
    }),
  ],
};

export const datetimeFunctions: readonly KqlFunction[] = [ingestionTime, now, ago, bin];
