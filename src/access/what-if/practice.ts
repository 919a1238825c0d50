/** The second layer: what becomes of the demands once those that can't be met in this situation are taken into account. */

import { type Evaluator, holdsAt } from "../model/evaluator";
import type { Demand, Obstacle } from "../model/policy-set";
import type { Situation } from "../model/situation";

export interface InPractice {
  readonly result: "granted" | "requires" | "blocked";
  /** The demands with only those of their alternatives that can be met here. */
  readonly controls: readonly (readonly string[])[];
  readonly because: readonly string[];
}

/** A clause of which no member can be met keeps the sign-in out. */
export function inPractice(demands: readonly Demand[], evaluator: Evaluator, situation: Situation): InPractice {
  const because = new Set<string>();
  const controls: (readonly string[])[] = [];
  let isBlocked = false;
  for (const { clause, obstacles, names } of demands) {
    const unmet = new Set<string>();
    for (const [index, control] of clause.entries()) {
      const obstacle = firstObstacle(obstacles[index] ?? [], evaluator, situation);
      if (obstacle === undefined) continue;
      unmet.add(control.name);
      because.add(`\`${control.name}\` can't be met: ${obstacle.because}`);
    }
    const left = unmet.size === 0 ? names : names.filter((name) => !unmet.has(name));
    if (left.length === 0) isBlocked = true;
    controls.push(left);
  }
  const result = isBlocked ? "blocked" : demands.length > 0 ? "requires" : "granted";
  return { result, controls: isBlocked ? BLOCKED : controls, because: [...because] };
}

export const BLOCKED: readonly (readonly string[])[] = [["block"]];

function firstObstacle(
  obstacles: readonly Obstacle[],
  evaluator: Evaluator,
  situation: Situation,
): Obstacle | undefined {
  for (const obstacle of obstacles) if (holdsAt(evaluator, obstacle.when, situation)) return obstacle;
  return undefined;
}
