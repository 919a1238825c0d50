/** The place of several edges that is nearest to another place. */

import { angleOf, distanceTo, type Edge, nearestOn } from "./edges";
import type { Vector } from "./sphere";

export interface Nearest {
  /** Index of the first edge that has it. */
  readonly edge: number;
  readonly place: Vector;
}

/** What differs by less is equally near; six micrometres. */
const NEAR = 1e-12;

/** Undefined where places apart from one another are equally near. */
export function nearestOf(edges: readonly Edge[], place: Vector): Nearest | undefined {
  const distances = edges.map((edge) => distanceTo(edge, place));
  const least = Math.min(...distances);
  const edge = distances.indexOf(least);
  const found = edges[edge];
  if (!found) return undefined;
  const nearest = nearestOn(found, place);
  const isAlone = edges.every(
    (each, at) => (distances[at] ?? 0) > least + NEAR || angleOf([nearestOn(each, place), nearest]) < NEAR * 1e3,
  );
  return isAlone ? { edge, place: nearest } : undefined;
}
