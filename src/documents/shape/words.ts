/** The words in which document shapes are written: TypeBox schemas with a description on every key. */

import { type Static, type TObject, type TProperties, type TSchema, Type } from "typebox";
import type { FormatName } from "./formats";

/** Text; `format` names one of formats.ts. */
export function text(description: string, options: { readonly format?: FormatName; readonly minLength?: number } = {}) {
  return Type.String({ description, ...options });
}

export function bool(description: string) {
  return Type.Boolean({ description });
}

export function whole(description: string, options: { readonly minimum?: number; readonly maximum?: number } = {}) {
  return Type.Integer({ description, ...options });
}

export function number(description: string, options: { readonly minimum?: number; readonly maximum?: number } = {}) {
  return Type.Number({ description, ...options });
}

/** One of a few texts. */
export function oneOf<const Values extends readonly string[]>(values: Values, description: string) {
  return Type.Unsafe<Values[number]>({ type: "string", enum: [...values], description });
}

export function list<Item extends TSchema>(
  item: Item,
  description: string,
  options: { readonly minItems?: number } = {},
) {
  return Type.Array(item, { description, ...options });
}

export function texts(description: string, options: { readonly format?: FormatName } = {}) {
  return Type.Array(Type.String({ ...options }), { description });
}

/** A map with the keys given and no others. */
export function map<Properties extends TProperties>(properties: Properties, description: string): TObject<Properties> {
  return Type.Object(properties, { additionalProperties: false, description });
}

/** A map from any name to values of one shape. */
export function mapOf<Value extends TSchema>(value: Value, description: string) {
  return Type.Unsafe<Readonly<Record<string, Static<Value>>>>({
    type: "object",
    additionalProperties: value,
    description,
  });
}

/** Anything, kept as it is. */
export function anything(description: string) {
  return Type.Unknown({ description });
}

/** One of several shapes; `expected` is what a value that fits none is told. */
export function either<const Shapes extends readonly TSchema[]>(shapes: Shapes, expected: string, description: string) {
  return Type.Unsafe<Static<Shapes[number]>>({ anyOf: [...shapes], expected, description });
}

/** A key that may be absent. */
export const optional = Type.Optional;
