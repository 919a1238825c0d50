/** Numbers groups of equal key values in the order in which they come. */

import { type Key, keyOf } from "../values/order";
import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";

/** Gives the group's number for a list of key values; a new group gets the next number. */
export function groupIndex(types: readonly TypeName[]): (values: readonly Value[]) => number {
  let count = 0;
  const [only] = types;
  if (only === undefined) return () => 0;
  if (types.length === 1) {
    const numbers = new Map<Key, number>();
    return (values) => {
      const key = keyOf(values[0] as Value, only);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, count);
      return count++;
    };
  }
  return nestedIndex(types, () => count++);
}

type Level = Map<Key, Level | number>;

/** One map per key: no text has to be built for a combination. */
function nestedIndex(types: readonly TypeName[], next: () => number): (values: readonly Value[]) => number {
  const root: Level = new Map();
  const last = types.length - 1;
  return (values) => {
    let level = root;
    for (let depth = 0; depth < last; depth++) {
      const key = keyOf(values[depth] as Value, types[depth] as TypeName);
      let inner = level.get(key) as Level | undefined;
      if (inner === undefined) {
        inner = new Map();
        level.set(key, inner);
      }
      level = inner;
    }
    const key = keyOf(values[last] as Value, types[last] as TypeName);
    const known = level.get(key) as number | undefined;
    if (known !== undefined) return known;
    const number = next();
    level.set(key, number);
    return number;
  };
}
