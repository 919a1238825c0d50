/** Lists of values as operators take them: scalars, and the members of arrays and bags among them. */

import { type Dynamic, isArray, isBag, type Value } from "./value";

/** All scalars, in their order. */
export function flattened(values: readonly Value[]): readonly Dynamic[] {
  return values.flatMap((value): readonly Dynamic[] =>
    isArray(value) ? flattened(value) : isBag(value) ? flattened([...value.values()]) : [value],
  );
}
