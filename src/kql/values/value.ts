/**
 * The value model: what a cell holds while a query runs. The static type of a slot (from the IR) says how to read it.
 *
 * | type | value |
 * | --- | --- |
 * | any but string | `null` is null |
 * | string | string, never null: a missing text is `""` |
 * | bool | boolean |
 * | int, long | number when it is a safe integer, else bigint (normalised, wraps at 64 bits) |
 * | real | number |
 * | decimal | `Decimal` |
 * | datetime | bigint: ticks of 100 ns since 0001-01-01, UTC |
 * | timespan | bigint: ticks of 100 ns |
 * | guid | string, lower case with hyphens |
 * | dynamic | `Dynamic`: JSON, with wrappers where JSON can't tell types apart |
 */

import type { Decimal } from "./decimal";

export type Value = Dynamic | Decimal;

/** Inside dynamic a number or bigint that is an integer is a long, any other number a real; an integral real is a `DynamicReal`. */
export type Dynamic =
  | null
  | boolean
  | number
  | bigint
  | string
  | DynamicReal
  | DynamicDatetime
  | DynamicTimespan
  | DynamicGuid
  | Decimal
  | DynamicArray
  | DynamicBag;

export type DynamicArray = readonly Dynamic[];

/** Property bags keep the order in which properties came, as the engine prints them; names are case-sensitive. */
export type DynamicBag = ReadonlyMap<string, Dynamic>;

/** A real inside dynamic that would read as a long: `1.0`, `-0.0`. */
export class DynamicReal {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** A datetime inside dynamic, in ticks. */
export class DynamicDatetime {
  readonly ticks: bigint;
  constructor(ticks: bigint) {
    this.ticks = ticks;
  }
}

/** A timespan inside dynamic, in ticks. */
export class DynamicTimespan {
  readonly ticks: bigint;
  constructor(ticks: bigint) {
    this.ticks = ticks;
  }
}

/** A guid inside dynamic. */
export class DynamicGuid {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** TypeScript's type of a value in a slot of a Kusto type, nulls aside. */
export interface ValueTypes {
  readonly bool: boolean;
  readonly int: number | bigint;
  readonly long: number | bigint;
  readonly real: number;
  readonly decimal: Decimal;
  readonly string: string;
  readonly datetime: bigint;
  readonly timespan: bigint;
  readonly guid: string;
  readonly dynamic: Dynamic;
}

/** A row: one value per column. Rows are never changed once another step can see them. */
export type Row = readonly Value[];
export type Rows = readonly Row[];

export function isArray(value: Value): value is DynamicArray {
  return Array.isArray(value);
}

export function isBag(value: Value): value is DynamicBag {
  return value instanceof Map;
}

/** A real as it stands inside dynamic. */
export function dynamicReal(value: number): Dynamic {
  return Number.isInteger(value) ? new DynamicReal(value) : value;
}
