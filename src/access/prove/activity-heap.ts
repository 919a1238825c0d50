/** Variables by how often they took part in recent conflicts: the next decision comes from the top. */

export interface ActivityHeap {
  /** Variables, a parent before its children. */
  readonly order: number[];
  /** Place in `order` by variable; -1 = not in the heap. */
  readonly places: number[];
  readonly activities: number[];
  increment: number;
}

const ACTIVITY_MAX = 1e100;

export function activityHeap(): ActivityHeap {
  return { order: [], places: [], activities: [], increment: 1 };
}

/** Puts a variable in, if it is not there. */
export function push(heap: ActivityHeap, variable: number): void {
  heap.activities[variable] ??= 0;
  if ((heap.places[variable] ?? -1) >= 0) return;
  heap.order.push(variable);
  heap.places[variable] = heap.order.length - 1;
  rise(heap, heap.order.length - 1);
}

/** Takes the most active variable out; of equals, the one that was made first. */
export function popMax(heap: ActivityHeap): number | undefined {
  const top = heap.order[0];
  const last = heap.order.pop();
  if (top === undefined || last === undefined) return undefined;
  heap.places[top] = -1;
  if (top !== last) {
    heap.order[0] = last;
    heap.places[last] = 0;
    sink(heap, 0);
  }
  return top;
}

/** Counts one more conflict; later ones weigh more. */
export function bump(heap: ActivityHeap, variable: number): void {
  const activity = (heap.activities[variable] ?? 0) + heap.increment;
  heap.activities[variable] = activity;
  if (activity > ACTIVITY_MAX) {
    for (const [index, each] of heap.activities.entries()) heap.activities[index] = each / ACTIVITY_MAX;
    heap.increment /= ACTIVITY_MAX;
  }
  const place = heap.places[variable] ?? -1;
  if (place >= 0) rise(heap, place);
}

function isBefore(heap: ActivityHeap, left: number, right: number): boolean {
  const difference = (heap.activities[left] ?? 0) - (heap.activities[right] ?? 0);
  return difference > 0 || (difference === 0 && left < right);
}

function rise(heap: ActivityHeap, start: number): void {
  const variable = heap.order[start] as number;
  let place = start;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap.order[parent] as number;
    if (!isBefore(heap, variable, above)) break;
    put(heap, above, place);
    place = parent;
  }
  put(heap, variable, place);
}

function sink(heap: ActivityHeap, start: number): void {
  const variable = heap.order[start] as number;
  let place = start;
  for (;;) {
    const left = 2 * place + 1;
    const first = heap.order[left];
    if (first === undefined) break;
    const second = heap.order[left + 1];
    const isSecond = second !== undefined && isBefore(heap, second, first);
    const child = isSecond ? second : first;
    if (!isBefore(heap, child, variable)) break;
    put(heap, child, place);
    place = isSecond ? left + 1 : left;
  }
  put(heap, variable, place);
}

function put(heap: ActivityHeap, variable: number, place: number): void {
  heap.order[place] = variable;
  heap.places[variable] = place;
}
