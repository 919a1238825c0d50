/** Which rows of two sides stand together, told by the groups that their keys put them in. */

import type { JoinKind } from "../ir/step";

/** Row numbers of both sides, match by match; `NO_ROW` where a side has none. */
export interface Matches {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

export const NO_ROW = -1;

/** In the order of the left rows, then of right rows that found nobody. `spend` is told how many matches a row has. */
export function matchRows(
  kind: JoinKind,
  leftGroups: readonly number[],
  rightGroups: readonly number[],
  spend: (count: number) => void,
): Matches {
  switch (kind) {
    case "leftanti":
    case "leftsemi": {
      const lefts = oneSided(leftGroups, rightGroups, kind === "leftsemi");
      return { lefts, rights: lefts.map(() => NO_ROW) };
    }
    case "rightanti":
    case "rightsemi": {
      const rights = oneSided(rightGroups, leftGroups, kind === "rightsemi");
      return { lefts: rights.map(() => NO_ROW), rights };
    }
    default:
      return twoSided(kind, leftGroups, rightGroups, spend);
  }
}

function oneSided(groups: readonly number[], others: readonly number[], wants: boolean): readonly number[] {
  const found = new Set(others);
  return groups.flatMap((group, row) => (found.has(group) === wants ? [row] : []));
}

function twoSided(
  kind: JoinKind,
  leftGroups: readonly number[],
  rightGroups: readonly number[],
  spend: (count: number) => void,
): Matches {
  const { firsts, nexts } = chainsOf(rightGroups);
  const keepsLeft = kind === "leftouter" || kind === "fullouter";
  const keepsRight = kind === "rightouter" || kind === "fullouter";
  const seen = new Set<number>();
  const [lefts, rights]: [number[], number[]] = [[], []];
  leftGroups.forEach((group, left) => {
    // Which of equal left rows `innerunique` keeps is the engine's choice: here the first.
    if (kind === "innerunique" && seen.has(group)) return;
    if (kind === "innerunique" || keepsRight) seen.add(group);
    const before = lefts.length;
    for (let right = firsts[group] ?? NO_ROW; right !== NO_ROW; right = nexts[right] as number) {
      lefts.push(left);
      rights.push(right);
    }
    const count = lefts.length - before;
    spend(Math.max(count, 1));
    if (count === 0 && keepsLeft) {
      lefts.push(left);
      rights.push(NO_ROW);
    }
  });
  if (keepsRight) {
    rightGroups.forEach((group, right) => {
      if (seen.has(group)) return;
      lefts.push(NO_ROW);
      rights.push(right);
    });
  }
  return { lefts, rights };
}

/** Rows of each group in their order: the first of a group, then from row to row. */
function chainsOf(groups: readonly number[]): { readonly firsts: Int32Array; readonly nexts: Int32Array } {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const firsts = new Int32Array(count).fill(NO_ROW);
  const nexts = new Int32Array(groups.length);
  for (let row = groups.length - 1; row >= 0; row--) {
    const group = groups[row] as number;
    nexts[row] = firsts[group] as number;
    firsts[group] = row;
  }
  return { firsts, nexts };
}
