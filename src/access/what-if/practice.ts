/** The second layer: what becomes of the demands once those that can't be met in this situation are taken into account. */

import { type Evaluator, holdsAt } from "../model/evaluator";
import type { Demand, Obstacle } from "../model/policy-set";
import type { Situation } from "../model/situation";

export interface InPractice {
  readonly result: "granted" | "requires" | "blocked";
  readonly because: readonly string[];
}

/** A clause of which no member can be met keeps the sign-in out. */
export function inPractice(demands: readonly Demand[], evaluator: Evaluator, situation: Situation): InPractice {
  const because = new Set<string>();
  let isBlocked = false;
  for (const { clause, obstacles } of demands) {
    let unmet = 0;
    for (const [index, control] of clause.entries()) {
      const obstacle = firstObstacle(obstacles[index] ?? [], evaluator, situation);
      if (obstacle === undefined) continue;
      unmet++;
      because.add(`\`${control.name}\` can't be met: ${obstacle.because}`);
    }
    if (unmet === clause.length) isBlocked = true;
  }
  const result = isBlocked ? "blocked" : demands.length > 0 ? "requires" : "granted";
  return { result, because: [...because] };
}

function firstObstacle(
  obstacles: readonly Obstacle[],
  evaluator: Evaluator,
  situation: Situation,
): Obstacle | undefined {
  for (const obstacle of obstacles) if (holdsAt(evaluator, obstacle.when, situation)) return obstacle;
  return undefined;
}
