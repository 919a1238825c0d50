/** The other side of how operators grow: the plainest code that gives the same rows, of n or n log n by its making. What the processor's cache and the
 *  collector of memory add to many rows, they add to it too. */

import type { Row, Rows } from "../../src/kql/run";

export type PlainLoop = (left: Rows, right: Rows) => Rows;

export const plainLoops = {
  join: (left: Rows, right: Rows): Rows => {
    const byKey = new Map<unknown, Row[]>();
    for (const row of right) {
      const known = byKey.get(row[0]);
      if (known) known.push(row);
      else byKey.set(row[0], [row]);
    }
    return left.flatMap((row) => (byKey.get(row[0]) ?? []).map((other) => [...row, ...other]));
  },
  summarize: (left: Rows): Rows => {
    const groups = new Map<unknown, { count: number; sum: number; readonly set: Set<number> }>();
    for (const [key, number] of left) {
      const group = groups.get(key) ?? { count: 0, sum: 0, set: new Set<number>() };
      group.count++;
      group.sum += number as number;
      group.set.add(number as number);
      groups.set(key, group);
    }
    return [...groups].map(([key, { count, sum, set }]) => [key as string, count, sum, [...set]]);
  },
  sort: (left: Rows): Rows =>
    left.toSorted(
      ([leftKey, leftNumber], [rightKey, rightNumber]) =>
        (rightNumber as number) - (leftNumber as number) || ((leftKey as string) < (rightKey as string) ? -1 : 1),
    ),
  mvExpand: (left: Rows): Rows =>
    left.flatMap(([key, number, items]) => (items as readonly number[]).map((item) => [key, number, item] as Row)),
} satisfies Readonly<Record<string, PlainLoop>>;
