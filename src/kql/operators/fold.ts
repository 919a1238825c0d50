/** Folds rows into groups: the key values of a group, then what its aggregates give. */

import { type CompiledAggregate, compileAggregate } from "../aggregates/compile";
import type { Compiler } from "../execute/compiler";
import type { Folder, Run } from "../execute/run";
import type { AggregateCall } from "../ir/step";
import type { Assignment } from "../ir/tabular";
import type { TypeName } from "../values/type-name";
import type { Row, Rows, Value } from "../values/value";
import { assigner } from "./assign";
import { groupIndex } from "./group";
import { widened } from "./widened";

export interface Folding {
  readonly keyTypes: readonly TypeName[];
  readonly aggregates: readonly AggregateCall[];
  /** What is computed from a group's row, when an expression is more than one aggregate. */
  readonly outputs?: readonly Assignment[] | undefined;
}

/** Reads the key values of a row into `key`; false for a row that belongs to no group. */
export type ReadKey = (row: Row, key: Value[]) => boolean;

/** Begins groups; at the end there is a row for each, in the order of first appearance. Without keys there is one group even for no rows. */
export type FoldGroups = (readKey: ReadKey, run: Run) => Folder;

export function compileFold({ keyTypes, aggregates, outputs }: Folding, compiler: Compiler): FoldGroups {
  const compiled = aggregates.map((call) => compileAggregate(call, compiler));
  const assign = outputs && assigner(outputs, compiler);
  const width = outputs?.length ?? 0;
  return (readKey, run) => {
    const groups: Groups = { keys: [], states: compiled.map(() => []) };
    const numberOf = groupIndex(keyTypes);
    const key: Value[] = new Array(keyTypes.length).fill(null);
    return {
      add: (rows) => {
        run.budget.spend(rows.length);
        for (const row of rows) {
          if (!readKey(row, key)) continue;
          const group = numberOf(key);
          if (group === groups.keys.length) addGroup(groups, key.slice(), compiled);
          addRow(groups, group, row, run, compiled);
        }
      },
      finish: () => {
        if (keyTypes.length === 0 && groups.keys.length === 0) addGroup(groups, [], compiled);
        const results = resultsOf(groups, compiled);
        if (!assign) return results;
        return results.map((row) => {
          const made: Value[] = new Array(width).fill(null);
          assign(made, row, run);
          return made;
        });
      },
    };
  };
}

/** Folds all rows at once. */
export function foldAll(fold: FoldGroups, rows: Rows, readKey: ReadKey, run: Run): Rows {
  const folder = fold(readKey, run);
  folder.add(rows);
  return folder.finish();
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

function addRow(groups: Groups, group: number, row: Row, run: Run, aggregates: readonly CompiledAggregate[]): void {
  for (let index = 0; index < aggregates.length; index++) {
    const states = groups.states[index] as unknown[];
    states[group] = (aggregates[index] as CompiledAggregate).add(states[group], row, run);
  }
}

/** The key values of each group, then what its aggregates give. */
function resultsOf({ keys, states }: Groups, aggregates: readonly CompiledAggregate[]): Rows {
  const width = aggregates.reduce((sum, aggregate) => sum + aggregate.width, 0);
  return keys.map((key, group) => {
    const result = widened(key, key.length + width);
    let slot = key.length;
    aggregates.forEach((aggregate, index) => {
      aggregate.finish(states[index]?.[group], result, slot);
      slot += aggregate.width;
    });
    return result;
  });
}
