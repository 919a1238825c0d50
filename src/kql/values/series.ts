/** Numeric series: arrays of dynamic numbers read as numbers and made again. */

import { unwrapped } from "./convert";
import { type Dynamic, dynamicReal } from "./value";

/** The number of a member; undefined for what is none. */
export function numberOf(value: Dynamic): number | undefined {
  const plain = unwrapped(value);
  return typeof plain === "number" || typeof plain === "bigint" ? Number(plain) : undefined;
}

/** All members as numbers; undefined when one is none. */
export function numbersOf(values: readonly Dynamic[]): readonly number[] | undefined {
  const numbers = values.map(numberOf);
  return numbers.includes(undefined) ? undefined : (numbers as readonly number[]);
}

/** A long inside dynamic is a plain integer. */
export function isLong(value: Dynamic): boolean {
  return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
}

export function reals(numbers: readonly number[]): readonly Dynamic[] {
  return numbers.map(dynamicReal);
}

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** Sum of squares of the distances from the mean. */
export function spreadOf(numbers: readonly number[]): number {
  const mean = sumOf(numbers) / numbers.length;
  return sumOf(numbers.map((each) => (each - mean) ** 2));
}
