/** Numbers groups of equal key values in the order in which they come. */

import { type Key, keyReader } from "../values/order";
import type { TypeName } from "../values/type-name";
import type { Value } from "../values/value";

/** Gives the group's number for a list of key values; a new group gets the next number. The list is not kept. */
export function groupIndex(types: readonly TypeName[]): (values: readonly Value[]) => number {
  const [first, ...others] = types.map(valueIndex);
  if (!first) return () => 0;
  const further = others.map((numberOf) => ({ numberOf, pairOf: pairIndex() }));
  return (values) => {
    let number = first(values[0] as Value);
    for (let index = 0; index < further.length; index++) {
      const { numberOf, pairOf } = further[index] as (typeof further)[number];
      number = pairOf(number, numberOf(values[index + 1] as Value));
    }
    return number;
  };
}

function valueIndex(type: TypeName): (value: Value) => number {
  const numbers = new Map<Key, number>();
  const keyOf = keyReader(type);
  return (value) => {
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    return number;
  };
}

const NONE = -1;
/** Spreads neighbouring numbers: 2^32 by the golden ratio, odd. */
const SPREAD = 0x9e37_79b1;

/** Numbers pairs of numbers: a hash table with open addressing, so that nothing is made for a combination but three integers. */
function pairIndex(): (left: number, right: number) => number {
  let lefts = new Int32Array(16);
  let rights = new Int32Array(16);
  let slots = new Int32Array(64).fill(NONE);
  let count = 0;
  const slotOf = (left: number, right: number): number => {
    const mask = slots.length - 1;
    const mixed = Math.imul(left ^ Math.imul(right, SPREAD), SPREAD);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let pair = slots[slot] as number; pair !== NONE; pair = slots[slot] as number) {
      if (lefts[pair] === left && rights[pair] === right) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    lefts = doubled(lefts);
    rights = doubled(rights);
    slots = new Int32Array(slots.length * 2).fill(NONE);
    for (let pair = 0; pair < count; pair++) slots[slotOf(lefts[pair] as number, rights[pair] as number)] = pair;
  };
  return (left, right) => {
    const slot = slotOf(left, right);
    const known = slots[slot] as number;
    if (known !== NONE) return known;
    lefts[count] = left;
    rights[count] = right;
    slots[slot] = count++;
    // A quarter of the slots is in use at most, so that a search seldom takes a second look.
    if (count === lefts.length) grow();
    return count - 1;
  };
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(numbers.length * 2);
  made.set(numbers);
  return made;
}
