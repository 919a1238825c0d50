/** The small parts that the shapes of Graph's objects are put together from. */

import Type, { type Static, type TSchema } from "typebox";

/** A key that may be absent or null: Graph's exports carry null for whatever is not configured. */
export function part<Shape extends TSchema>(shape: Shape) {
  return Type.Optional(Type.Union([shape, Type.Null()]));
}

/** One of Graph's enumeration values; Graph takes them in any case. */
export function oneOf<const Values extends readonly string[]>(...values: Values) {
  return Type.Unsafe<Values[number]>({ type: "string", enum: values });
}

export function texts() {
  return Type.Array(Type.String());
}

/** Several enumeration values in one text, joined by commas, as Graph writes flags. */
export function commaList<const Values extends readonly string[]>(...values: Values) {
  return Type.Unsafe<string>({ type: "string", commaList: values });
}

/** Something that the service writes: ignored in a policy that is to be deployed. */
export function readOnly() {
  return Type.Optional(Type.Unsafe<unknown>({ readOnly: true }));
}

/** A beta part that the shape names but does not look into. */
export function anything() {
  return part(Type.Unsafe<unknown>({}));
}

export type { Static };
export { Type };
