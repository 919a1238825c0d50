/** Lengths, areas and centres of lines and polygons on the sphere, by edges and triangles. */

import { angleOf, crossingOf, difference, type Edge, isAlong, length, scaled, sum, unit } from "./edges";
import { areApart, isInside, type Ring } from "./ring";
import type { Line, Polygon } from "./shapes";
import { cross, dot, EARTH_RADIUS_METERS, type Vector } from "./sphere";

export function lengthMeters(edges: readonly Edge[]): number {
  return edges.reduce((total, edge) => total + angleOf(edge), 0) * EARTH_RADIUS_METERS;
}

/** Whether no two lines lie along one another: what they share would count once. */
export function areDistinct(lines: readonly Line[]): boolean {
  return lines.every((line, at) =>
    lines
      .slice(at + 1)
      .every((other) =>
        line.edges.every((one) => other.edges.every((two) => crossingOf(one, two) !== "touch" || !isAlong(one, two))),
      ),
  );
}

/** Whether no polygon touches or holds another. */
export function areDisjoint(polygons: readonly Polygon[]): boolean {
  const isIn = (one: Polygon, two: Polygon) =>
    one.shell.corners.some((corner) => isInside(two.shell, corner) !== false);
  return polygons.every((one, at) =>
    polygons.slice(at + 1).every((two) => areApart(one.edges, two.edges) && !isIn(one, two) && !isIn(two, one)),
  );
}

type Triangle = readonly [Vector, Vector, Vector];

/** Fans out from the first corner; positive against the clock. */
function trianglesOf({ corners }: Ring): readonly Triangle[] {
  const [first] = corners;
  return first === undefined ? [] : corners.slice(2).map((to, at) => [first, corners[at + 1] ?? to, to]);
}

/** The triangle's angle in space, by Van Oosterom and Strackee, in steradians. */
function areaOfTriangle([a, b, c]: Triangle): number {
  const volume = dot(cross(difference(a, c), difference(b, c)), c);
  return 2 * Math.atan2(volume, 1 + dot(a, b) + dot(b, c) + dot(c, a));
}

const ringArea = (ring: Ring) => trianglesOf(ring).reduce((total, each) => total + areaOfTriangle(each), 0);

/** In square metres. */
export function areaMeters({ shell, holes }: Polygon): number {
  const holed = holes.reduce((total, hole) => total + Math.abs(ringArea(hole)), 0);
  return (Math.abs(ringArea(shell)) - holed) * EARTH_RADIUS_METERS ** 2;
}

/** An edge's centre of mass times its length. */
function edgeMoment([from, to]: Edge): Vector {
  const both = sum(from, to);
  return scaled(both, length(difference(from, to)) / length(both));
}

export function lineCenter(lines: readonly Line[]): Vector {
  return unit(lines.flatMap(({ edges }) => edges.map(edgeMoment)).reduce(sum, [0, 0, 0]));
}

/** A side's length against its chord's projection; 1 for a short one. */
function stretch(edge: Edge): number {
  const angle = angleOf(edge);
  return angle === 0 ? 1 : angle / Math.sin(angle);
}

/** A triangle's centre of mass times its area: the vector whose products with the corners are the stretched sides facing them, times half the volume. */
function triangleMoment([a, b, c]: Triangle): Vector {
  const [ra, rb, rc] = [stretch([b, c]), stretch([c, a]), stretch([a, b])];
  const rows = [0, 1, 2].map((at): Vector => [a[at] ?? 0, (b[at] ?? 0) - (a[at] ?? 0), (c[at] ?? 0) - (a[at] ?? 0)]);
  const [x, y, z] = rows as unknown as Triangle;
  const sides: Vector = [ra, rb - ra, rc - ra];
  return scaled([dot(cross(y, z), sides), dot(cross(z, x), sides), dot(cross(x, y), sides)], 0.5);
}

function ringMoment(ring: Ring): Vector {
  const moment = trianglesOf(ring).map(triangleMoment).reduce(sum, [0, 0, 0]);
  return dot(moment, ring.center) < 0 ? scaled(moment, -1) : moment;
}

export function polygonsCenter(polygons: readonly Polygon[]): Vector {
  const moments = polygons.flatMap(({ shell, holes }) => [
    ringMoment(shell),
    ...holes.map((hole) => scaled(ringMoment(hole), -1)),
  ]);
  return unit(moments.reduce(sum, [0, 0, 0]));
}
