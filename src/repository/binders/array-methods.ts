/** Lends the newest methods of arrays to a process that makes a snapshot: V8 installs them only when a context starts, and the one that
 *  is frozen has not started in that sense. Loaded before anything that uses them. Seen with Node 20.20, 2026-11-25. */

type Method = (this: unknown[], ...args: readonly never[]) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
  toReversed() {
    return [...this].reverse();
  },
  toSorted(compare?: (left: unknown, right: unknown) => number) {
    return [...this].sort(compare);
  },
  toSpliced(...args: readonly unknown[]) {
    const copy = [...this];
    copy.splice(...(args as [number, number]));
    return copy;
  },
  with(index: number, value: unknown) {
    const copy = [...this];
    copy[index < 0 ? copy.length + index : index] = value;
    return copy;
  },
};

const lent = Object.keys(METHODS).filter((name) => !(name in Array.prototype));

for (const name of lent) {
  Object.defineProperty(Array.prototype, name, { value: METHODS[name], configurable: true, writable: true });
}

/** Takes them away again: V8 puts its own there when the snapshot starts, and fails where the name is taken. */
export function returnArrayMethods(): void {
  for (const name of lent) Reflect.deleteProperty(Array.prototype, name);
}
