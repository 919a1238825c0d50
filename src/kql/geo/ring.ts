/** Rings: closed chains of edges around a part of the sphere that is smaller than half of it. */

import { angleOf, crossingOf, distanceTo, type Edge, scaled, sideOf, sum, unit } from "./edges";
import { cross, dot, type Vector } from "./sphere";

export interface Ring {
  /** The first one is not repeated. */
  readonly corners: readonly Vector[];
  readonly edges: readonly Edge[];
  /** A cap around all corners, narrower than half the sphere. */
  readonly center: Vector;
  readonly radius: number;
}

/** Caps wider than this, in radians, leave too little of the other half to tell inside from outside. */
const RADIUS_MAX = 1.5;
/** As near as this is touching; six micrometres. */
const NEAR = 1e-12;

export const edgesOf = (corners: readonly Vector[]): readonly Edge[] =>
  corners.slice(1).map((to, at) => [corners[at] ?? to, to]);

/** Undefined where it is too wide, touches or crosses itself. */
export function ringOf(corners: readonly Vector[]): Ring | undefined {
  const [first] = corners;
  const total = corners.reduce(sum, [0, 0, 0]);
  if (!first || dot(total, total) < 1e-6) return undefined;
  const center = unit(total);
  const radius = Math.max(...corners.map((corner) => angleOf([center, corner])));
  const ring = { corners, edges: edgesOf([...corners, first]), center, radius };
  return radius <= RADIUS_MAX && isSimple(ring.edges) ? ring : undefined;
}

function isSimple(edges: readonly Edge[]): boolean {
  return edges.every((edge, at) => {
    const next = edges[(at + 1) % edges.length] ?? edge;
    // Neighbours share a corner; they must not lie along one another.
    if (distanceTo(edge, next[1]) < NEAR || distanceTo(next, edge[0]) < NEAR) return false;
    const last = at === 0 ? edges.length - 1 : edges.length;
    return edges.slice(at + 2, last).every((other) => crossingOf(edge, other) === "apart");
  });
}

export const areApart = (one: readonly Edge[], two: readonly Edge[]) =>
  one.every((edge) => two.every((other) => crossingOf(edge, other) === "apart"));

const DIRECTIONS = 12;

/** Whether a place is inside; undefined where it is on an edge or a corner. */
export function isInside({ edges, corners, center, radius }: Ring, place: Vector): boolean | undefined {
  if (angleOf([center, place]) > radius + NEAR) return false;
  const [east, north] = directionsAt(center);
  const outer = (radius + Math.PI / 2) / 2;
  for (let turn = 0; turn < DIRECTIONS; turn++) {
    // Angles without a simple relation, so that the way out meets no corner but by chance.
    const angle = 0.7 + turn * 2.399963;
    const direction = sum(scaled(east, Math.cos(angle)), scaled(north, Math.sin(angle)));
    const outside = sum(scaled(center, Math.cos(outer)), scaled(direction, Math.sin(outer)));
    const way: Edge = [place, outside];
    if (corners.some((corner) => sideOf(way, corner) === 0)) continue;
    const crossings = edges.map((edge) => crossingOf(edge, way));
    return crossings.includes("touch") ? undefined : crossings.filter((each) => each === "cross").length % 2 === 1;
  }
  return undefined;
}

function directionsAt(center: Vector): readonly [Vector, Vector] {
  const other: Vector = Math.abs(center[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const east = unit(cross(other, center));
  return [east, cross(center, east)];
}
