/** Assignments to closures: fills the slots of a new row. */

import type { Compiler } from "../execute/compiler";
import type { Run } from "../execute/run";
import type { Assignment } from "../ir/tabular";
import type { Row, Value } from "../values/value";

export type Assign = (target: Value[], row: Row, run: Run) => void;

export function assigner(assignments: readonly Assignment[], compiler: Compiler): Assign {
  const parts = assignments.map(({ slots, value }) => {
    const evaluate = compiler.scalar(value);
    const isTuple = value.kind === "call" && value.tuple !== undefined;
    return { slots, slot: slots[0] ?? 0, evaluate, isTuple };
  });
  return (target, row, run) => {
    for (const { slots, slot, evaluate, isTuple } of parts) {
      const value = evaluate(row, run);
      if (!isTuple) target[slot] = value;
      else
        slots.forEach((each, index) => {
          target[each] = Array.isArray(value) ? (value[index] ?? null) : null;
        });
    }
  };
}
