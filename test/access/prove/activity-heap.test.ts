/** The order in which the solver decides: most active first, then first made. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActivityHeap, activityHeap, bump, popMax, push } from "../../../src/access/prove/activity-heap";

function heapOf(count: number): ActivityHeap {
  const heap = activityHeap();
  for (let variable = 0; variable < count; variable++) push(heap, variable);
  return heap;
}

function drained(heap: ActivityHeap): readonly number[] {
  const popped: number[] = [];
  for (let top = popMax(heap); top !== undefined; top = popMax(heap)) popped.push(top);
  return popped;
}

test("comes out by activity, of equals the first made, whatever was bumped in which order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(11), { maxLength: 60 }), (count, bumps) => {
      const heap = heapOf(count);
      const counts = new Array<number>(count).fill(0);
      for (const each of bumps.filter((variable) => variable < count)) {
        bump(heap, each);
        counts[each] = (counts[each] ?? 0) + 1;
      }
      const expected = [...counts.keys()].sort(
        (left, right) => (counts[right] ?? 0) - (counts[left] ?? 0) || left - right,
      );
      expect(drained(heap)).toEqual(expected);
    }),
    { numRuns: 200, seed: 20260115 },
  );
});

test("a variable that is out is counted, and stays out until it is put in again", () => {
  const heap = heapOf(3);
  expect(popMax(heap)).toBe(0);
  bump(heap, 0);
  expect(heap.order).toEqual([1, 2]);
  push(heap, 0);
  push(heap, 0);
  expect(drained(heap)).toEqual([0, 1, 2]);
});

test("the first and the last of the heap rise when they are counted", () => {
  const heap = heapOf(3);
  bump(heap, 2);
  expect(heap.order[0]).toBe(2);
  bump(heap, 2);
  expect([heap.order[0], heap.activities[2]]).toEqual([2, 2]);
});

test.each([
  [1e99, 1e99, 1],
  [1e100, 1e100, 1],
  [2e100, 2, 1e-100],
])("an activity of %d is kept or made small with all others", (increment, activity, weight) => {
  const heap = heapOf(2);
  heap.activities[1] = increment / 2;
  heap.increment = increment;
  bump(heap, 0);
  expect((heap.activities[0] ?? 0) / activity).toBeCloseTo(1);
  expect((heap.activities[1] ?? 0) / (heap.activities[0] ?? 1)).toBeCloseTo(0.5);
  expect(heap.increment / increment / weight).toBeCloseTo(1);
  expect(drained(heap)).toEqual([0, 1]);
});
