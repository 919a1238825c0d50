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

/** The line with the least squares; places count from 1. */
export function leastSquares(values: readonly number[]) {
  const places = values.map((_, at) => at + 1);
  const [meanX, meanY] = [sumOf(places) / places.length, sumOf(values) / values.length];
  const slope = sumOf(values.map((each, at) => (at + 1 - meanX) * (each - meanY))) / spreadOf(places);
  const interception = meanY - slope * meanX;
  return { slope, interception, line: places.map((at) => slope * at + interception) };
}

/** The value below which a share of the numbers lies (0 to 1), on the straight line between the two nearest; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
