/** Copies of rows with room for more columns, made in one go: an array that grows takes three times the memory. */

import type { Row, Value } from "../values/value";

/** The row's values, then nulls. */
export function widened(row: Row, width: number): Value[] {
  const made: Value[] = new Array(width);
  for (let slot = 0; slot < row.length; slot++) made[slot] = row[slot] as Value;
  for (let slot = row.length; slot < width; slot++) made[slot] = null;
  return made;
}
