/** Reads the arguments of a function by type; a wrong type fails as in the service. */

import { contentText, isContent } from "../content";
import { type Decimal, isDecimal } from "../decimal";
import { isNumber } from "../equality";
import { invalid } from "../failure";
import { isArray, isObject, typeName, type Value, type ValueObject } from "../value";

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

function misfit(given: readonly Value[], index: number, expected: string): never {
  const position = ORDINALS[index] ?? `${index + 1}th`;
  return invalid(`the ${position} argument must be ${expected}, got a value of type ${typeName(given[index] ?? null)}`);
}

/** A text; text content (such as XML) counts as its text. */
export function textAt(given: readonly Value[], index: number): string {
  const value = given[index];
  if (typeof value === "string") return value;
  return isContent(value) ? contentText(value) : misfit(given, index, "a text");
}

/** A text that may be left out; null counts as left out. */
export function optionalTextAt(given: readonly Value[], index: number): string | undefined {
  return given[index] === undefined || given[index] === null ? undefined : textAt(given, index);
}

export function integerAt(given: readonly Value[], index: number): bigint {
  const value = given[index];
  return typeof value === "bigint" ? value : misfit(given, index, "an integer");
}

/** An integer as a JavaScript number, kept where arithmetic on it stays exact. */
export function countAt(given: readonly Value[], index: number): number {
  const value = Number(integerAt(given, index));
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value));
}

export function numberAt(given: readonly Value[], index: number): bigint | number | Decimal {
  const value = given[index] ?? null;
  if (typeof value === "bigint" || typeof value === "number" || isDecimal(value)) return value;
  return misfit(given, index, "a number");
}

export function booleanAt(given: readonly Value[], index: number): boolean {
  const value = given[index];
  return typeof value === "boolean" ? value : misfit(given, index, "true or false");
}

export function arrayAt(given: readonly Value[], index: number): readonly Value[] {
  const value = given[index];
  return isArray(value) ? value : misfit(given, index, "an array");
}

export function objectAt(given: readonly Value[], index: number): ValueObject {
  const value = given[index];
  return isObject(value) ? value : misfit(given, index, "an object");
}

export function textOrArrayAt(given: readonly Value[], index: number): string | readonly Value[] {
  const value = given[index];
  return typeof value === "string" || isArray(value) ? value : misfit(given, index, "a text or an array");
}

/** Numbers given one by one or as one array. */
export function numbersOf(given: readonly Value[]): readonly (bigint | number | Decimal)[] {
  const values = given.length === 1 && isArray(given[0]) ? given[0] : given;
  if (values.length === 0) invalid("there is no number to choose from");
  if (!values.every(isNumber)) invalid("every item must be a number");
  return values.map((_, index) => numberAt(values, index));
}
