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
  const lefts: number[] = [];
  const rights: number[] = [];
  let slots: number[] = new Array(SLOTS_FIRST).fill(NONE);
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
  return (left, right) => {
    const slot = slotOf(left, right);
    const known = slots[slot] as number;
    if (known !== NONE) return known;
    const number = lefts.length;
    lefts.push(left);
    rights.push(right);
    slots[slot] = number;
    if (lefts.length * SLOTS_PER_PAIR > slots.length) {
      slots = new Array(slots.length * 2).fill(NONE);
      for (let pair = 0; pair <= number; pair++) slots[slotOf(lefts[pair] as number, rights[pair] as number)] = pair;
    }
    return number;
  };
}

const SLOTS_FIRST = 256;
/** Half of the slots stay empty, so that a search seldom takes a third look. */
const SLOTS_PER_PAIR = 2;
