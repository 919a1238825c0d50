/**
 * Lines and polygons of GeoJSON as the engine takes them. The rules are those of each function's page, such as
 * https://learn.microsoft.com/kusto/query/geo-point-in-polygon-function, read 2026-11-26: what breaks them is `invalid`, and null is the answer.
 * `unclear` is what no page and no record tells: other types of GeoJSON, a third coordinate, places twice, rings that are open, touch or cross.
 */

import { numberOf } from "../values/series";
import { type Dynamic, isArray, isBag } from "../values/value";
import type { Edge } from "./edges";
import { areApart, edgesOf, isInside, type Ring, ringOf } from "./ring";
import { dot, placeOf, type Vector, vectorOf } from "./sphere";

type Unread = "invalid" | "unclear";

export interface Line {
  readonly corners: readonly Vector[];
  readonly edges: readonly Edge[];
}

export interface Polygon {
  readonly shell: Ring;
  readonly holes: readonly Ring[];
  readonly edges: readonly Edge[];
}

export type Shapes<T> = readonly T[] | Unread;

const TYPES = new Set(
  "point linestring polygon multipoint multilinestring multipolygon geometrycollection feature featurecollection".split(
    " ",
  ),
);

/** A table and its rows often hold one shape for many calls. */
const linesRead = new WeakMap<object, Shapes<Line>>();
const polygonsRead = new WeakMap<object, Shapes<Polygon>>();

export const linesOf = (value: Dynamic): Shapes<Line> => remembered(linesRead, value, "LineString", lineOf);
export const polygonsOf = (value: Dynamic): Shapes<Polygon> => remembered(polygonsRead, value, "Polygon", polygonOf);

function remembered<T>(
  known: WeakMap<object, Shapes<T>>,
  value: Dynamic,
  type: string,
  read: (coordinates: Dynamic) => T | Unread,
): Shapes<T> {
  if (!isBag(value)) return "unclear";
  const shapes = known.get(value) ?? shapesOf(value, type, read);
  known.set(value, shapes);
  return shapes;
}

function shapesOf<T>(
  bag: ReadonlyMap<string, Dynamic>,
  type: string,
  read: (coordinates: Dynamic) => T | Unread,
): Shapes<T> {
  const [given, coordinates = null] = [bag.get("type") ?? null, bag.get("coordinates")];
  const isMultiple = given === `Multi${type}`;
  if (given !== type && !isMultiple) {
    return typeof given === "string" && TYPES.has(given.toLowerCase()) ? "unclear" : "invalid";
  }
  if (!isArray(coordinates) || coordinates.length === 0) return "invalid";
  return all((isMultiple ? coordinates : [coordinates]).map(read));
}

/** Members when all were read. */
function all<T>(members: readonly (T | Unread)[]): readonly T[] | Unread {
  if (members.includes("unclear")) return "unclear";
  return members.includes("invalid") ? "invalid" : (members as readonly T[]);
}

/** Places of a chain, each another than the one before. */
function cornersOf(coordinates: Dynamic): readonly Vector[] | Unread {
  if (!isArray(coordinates)) return "invalid";
  return all(
    coordinates.map((each): Vector | Unread => {
      if (!isArray(each) || each.length < 2) return "invalid";
      const [longitude, latitude] = each.map(numberOf);
      if (each.length > 2 || longitude === undefined || latitude === undefined) return "unclear";
      const place = placeOf(longitude, latitude);
      return place ? vectorOf(place) : "invalid";
    }),
  );
}

const isSame = (one: Vector, two: Vector) => dot(one, two) > 0 && distanceSquared(one, two) < 1e-28;
const distanceSquared = (one: Vector, two: Vector) =>
  one.reduce((total, each, at) => total + (each - (two[at] ?? 0)) ** 2, 0);

/** Ends of an edge that face one another leave its way open. */
const isClear = ([from, to]: Edge) => !isSame(from, to) && dot(from, to) > -0.999999;

function lineOf(coordinates: Dynamic): Line | Unread {
  const corners = cornersOf(coordinates);
  if (corners === "unclear" || corners === "invalid") return corners;
  if (corners.length < 2) return "invalid";
  const edges = edgesOf(corners);
  return edges.every(isClear) ? { corners, edges } : "unclear";
}

function polygonOf(coordinates: Dynamic): Polygon | Unread {
  if (!isArray(coordinates) || coordinates.length === 0) return "invalid";
  const rings = all(coordinates.map(ringAt));
  if (rings === "unclear" || rings === "invalid") return rings;
  const [shell, ...holes] = rings;
  if (!shell) return "invalid";
  const edges = rings.flatMap((ring) => ring.edges);
  return holes.every((hole, at) => isHole(hole, shell, holes.slice(at + 1))) ? { shell, holes, edges } : "unclear";
}

const RING_ENTRIES_MIN = 4;
const CORNERS_MIN = 3;

function ringAt(coordinates: Dynamic): Ring | Unread {
  const corners = cornersOf(coordinates);
  if (corners === "unclear" || corners === "invalid") return corners;
  const [first, last] = [corners[0], corners.at(-1)];
  if (!first || !last || corners.length < RING_ENTRIES_MIN) return "invalid";
  const distinct = new Set(corners.map((corner) => corner.join()));
  if (distinct.size < CORNERS_MIN) return "invalid";
  if (!isSame(first, last) || distinct.size !== corners.length - 1) return "unclear";
  return edgesOf(corners).every(isClear) ? (ringOf(corners.slice(0, -1)) ?? "unclear") : "unclear";
}

function isHole(hole: Ring, shell: Ring, others: readonly Ring[]): boolean {
  const isOutOf = (one: Ring, two: Ring) => isInside(one, two.corners[0] ?? one.center) === false;
  return (
    areApart(hole.edges, shell.edges) &&
    isInside(shell, hole.corners[0] ?? shell.center) === true &&
    others.every((other) => areApart(hole.edges, other.edges) && isOutOf(hole, other) && isOutOf(other, hole))
  );
}
