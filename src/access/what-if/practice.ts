/** The second layer: what becomes of the demands once those that can't be met in this situation are taken into account. */

import type { Clause, Control } from "../model/control";
import { holds } from "../model/formula";
import type { Situation } from "../model/situation";

export interface InPractice {
  readonly result: "granted" | "requires" | "blocked";
  readonly because: readonly string[];
}

/** A clause of which no member can be met keeps the sign-in out. */
export function inPractice(clauses: readonly Clause[], situation: Situation): InPractice {
  const because: string[] = [];
  let isBlocked = false;
  for (const clause of clauses) {
    const obstacles = clause.map((control) => obstacleTo(control, situation));
    for (const [index, obstacle] of obstacles.entries())
      if (obstacle !== undefined) because.push(`\`${clause[index]?.name}\` can't be met: ${obstacle}`);
    if (obstacles.every((obstacle) => obstacle !== undefined)) isBlocked = true;
  }
  const result = isBlocked ? "blocked" : clauses.length > 0 ? "requires" : "granted";
  return { result, because: [...new Set(because)] };
}

/** Why a control can't be met in this situation; undefined where it can. */
export function obstacleTo(control: Control, situation: Situation): string | undefined {
  return control.unmet.find(({ when }) => holds(when, situation))?.because;
}
