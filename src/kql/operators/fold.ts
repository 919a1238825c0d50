/** Folds rows into groups: the key values of a group, then what its aggregates give. */

import { type CompiledAggregate, compileAggregate } from "../aggregates/compile";
import type { Compiler } from "../execute/compiler";
import type { Run } from "../execute/run";
import type { AggregateCall } from "../ir/step";
import type { Assignment } from "../ir/tabular";
import type { TypeName } from "../values/type-name";
import type { Row, Rows, Value } from "../values/value";
import { assigner } from "./assign";
import { groupIndex } from "./group";

export interface Folding {
  readonly keyTypes: readonly TypeName[];
  readonly aggregates: readonly AggregateCall[];
  /** What is computed from a group's row, when an expression is more than one aggregate. */
  readonly outputs?: readonly Assignment[] | undefined;
}

/** Gives a row for each group, in the order of first appearance. A row without a key is left out. */
export type Fold = (rows: Rows, keyOf: (row: Row) => Row | undefined, run: Run, isOneForNone?: boolean) => Rows;

export function compileFold({ keyTypes, aggregates, outputs }: Folding, compiler: Compiler): Fold {
  const compiled = aggregates.map((call) => compileAggregate(call, compiler));
  const assign = outputs && assigner(outputs, compiler);
  const width = outputs?.length ?? 0;
  return (rows, keyOf, run, isOneForNone = false) => {
    const groups = grouped(rows, run, keyOf, groupIndex(keyTypes), compiled);
    if (isOneForNone && groups.keys.length === 0) addGroup(groups, [], compiled);
    const results = groups.keys.map((key, group) => {
      const result = [...key];
      compiled.forEach(({ finish }, index) => {
        finish(groups.states[index]?.[group], result);
      });
      return result;
    });
    if (!assign) return results;
    return results.map((row) => {
      const made: Value[] = new Array(width).fill(null);
      assign(made, row, run);
      return made;
    });
  };
}

interface Groups {
  readonly keys: Row[];
  /** By aggregate, then by group. */
  readonly states: readonly unknown[][];
}

function addGroup(groups: Groups, key: Row, aggregates: readonly CompiledAggregate[]): void {
  groups.keys.push(key);
  aggregates.forEach(({ start }, index) => {
    groups.states[index]?.push(start());
  });
}

function grouped(
  rows: Rows,
  run: Run,
  keyOf: (row: Row) => Row | undefined,
  numberOf: (key: Row) => number,
  aggregates: readonly CompiledAggregate[],
): Groups {
  const groups: Groups = { keys: [], states: aggregates.map(() => []) };
  run.budget.spend(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = numberOf(key);
    if (group === groups.keys.length) addGroup(groups, key, aggregates);
    for (let index = 0; index < aggregates.length; index++) {
      const states = groups.states[index] as unknown[];
      states[group] = (aggregates[index] as CompiledAggregate).add(states[group], row, run);
    }
  }
  return groups;
}
