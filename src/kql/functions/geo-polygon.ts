/** Functions of polygons on Earth: what is inside, areas, perimeters, centres, the nearest place. */

import { distanceTo } from "../geo/edges";
import { areaMeters, areDisjoint, lengthMeters, polygonsCenter } from "../geo/measure";
import { isInside } from "../geo/ring";
import { type Polygon, polygonsOf } from "../geo/shapes";
import { EARTH_RADIUS_METERS, placeOf, type Vector, vectorOf } from "../geo/sphere";
import type { Dynamic } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { geoPage, nearestIn, placeParams, pointJson, readShapes } from "./geo-params";

const POLYGON = { name: "polygon", type: "dynamic" } as const;
const POINT_AND_POLYGON = [...placeParams("point"), POLYGON] as const;

const EXAMPLE = `dynamic({"type": "Polygon", "coordinates": [[[4.87, 52.36], [4.93, 52.36], [4.92, 52.39], [4.87, 52.36]]]})`;
const BAD_EXAMPLE = `dynamic({"type": "Polygon", "coordinates": [[[4.87, 52.36], [4.93, 52.36], [4.87, 52.36]]]})`;

/** Undefined where the place is on an edge. */
export function isInPolygon({ shell, holes }: Polygon, place: Vector): boolean | undefined {
  const inShell = isInside(shell, place);
  if (inShell !== true) return inShell;
  const inHoles = holes.map((hole) => isInside(hole, place));
  return inHoles.includes(undefined) ? undefined : !inHoles.includes(true);
}

function isInAny(polygons: readonly Polygon[], place: Vector, site: CallSite): boolean {
  const found = polygons.map((polygon) => isInPolygon(polygon, place));
  if (found.includes(true)) return true;
  if (!found.includes(undefined)) return false;
  return site.refuse("unsupported", `\`${site.name}\` is not evaluated for a place on the edge of a polygon`);
}

const pointIn = kqlFunction({
  name: "geo_point_in_polygon",
  source: geoPage("geo_point_in_polygon"),
  params: POINT_AND_POLYGON,
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    [`geo_point_in_polygon(4.91, 52.37, ${EXAMPLE})`, "true"],
    [`geo_point_in_polygon(4.88, 52.38, ${EXAMPLE})`, "false"],
    [`isnull(geo_point_in_polygon(200, 52.38, ${EXAMPLE}))`, "true"],
    [`isnull(geo_point_in_polygon(4.88, 52.38, ${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (longitude, latitude, value) => {
    const point = placeOf(longitude, latitude);
    const polygons = readShapes(polygonsOf(value), site);
    return point && polygons ? isInAny(polygons, vectorOf(point), site) : null;
  },
});

const distance = kqlFunction({
  name: "geo_distance_point_to_polygon",
  source: geoPage("geo_distance_point_to_polygon"),
  params: POINT_AND_POLYGON,
  returns: "real",
  nulls: "null in, null out",
  examples: [
    [`round(geo_distance_point_to_polygon(4.88, 52.38, ${EXAMPLE}), 3)`, "1109.655"],
    [`geo_distance_point_to_polygon(4.91, 52.37, ${EXAMPLE})`, "0.0"],
    [`isnull(geo_distance_point_to_polygon(4.88, 52.38, ${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (longitude, latitude, value) => {
    const point = placeOf(longitude, latitude);
    const polygons = readShapes(polygonsOf(value), site);
    if (!point || !polygons) return null;
    const place = vectorOf(point);
    if (isInAny(polygons, place, site)) return 0;
    const distances = polygons.flatMap(({ edges }) => edges.map((edge) => distanceTo(edge, place)));
    return distances.reduce((least, each) => Math.min(least, each)) * EARTH_RADIUS_METERS;
  },
});

const closest = kqlFunction({
  name: "geo_closest_point_on_polygon",
  source: geoPage("geo_closest_point_on_polygon"),
  params: POINT_AND_POLYGON,
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_closest_point_on_polygon(4.88, 52.38, ${EXAMPLE}).coordinates[0]), 9)`, "4.891459941"],
    [`isnull(geo_closest_point_on_polygon(4.88, 52.38, ${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (longitude, latitude, value) => {
    const point = placeOf(longitude, latitude);
    const polygons = readShapes(polygonsOf(value), site);
    if (!point || !polygons) return null;
    const place = vectorOf(point);
    if (isInAny(polygons, place, site)) return pointJson(place);
    const edges = polygons.flatMap((polygon) => polygon.edges);
    return pointJson(nearestIn(edges, place, site).place);
  },
});

/** Polygons that are their own union. */
function disjoint(value: Dynamic, site: CallSite): readonly Polygon[] | undefined {
  const polygons = readShapes(polygonsOf(value), site);
  if (polygons && !areDisjoint(polygons)) {
    return site.refuse("unsupported", `\`${site.name}\` is not evaluated for polygons that touch or overlap`);
  }
  return polygons;
}

const area = kqlFunction({
  name: "geo_polygon_area",
  source: geoPage("geo_polygon_area"),
  params: [POLYGON],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    [`round(geo_polygon_area(${EXAMPLE}), 3)`, "6795319.108"],
    [`isnull(geo_polygon_area(${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (value) =>
    disjoint(value, site)?.reduce((total, polygon) => total + areaMeters(polygon), 0) ?? null,
});

const perimeter = kqlFunction({
  name: "geo_polygon_perimeter",
  source: geoPage("geo_polygon_perimeter"),
  params: [POLYGON],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    [`round(geo_polygon_perimeter(${EXAMPLE}), 3)`, "12237.651"],
    [`isnull(geo_polygon_perimeter(${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (value) =>
    disjoint(value, site)?.reduce((total, { edges }) => total + lengthMeters(edges), 0) ?? null,
});

const centroid = kqlFunction({
  name: "geo_polygon_centroid",
  source: geoPage("geo_polygon_centroid"),
  params: [POLYGON],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_polygon_centroid(${EXAMPLE}).coordinates[0]), 9)`, "4.906663648"],
    [`isnull(geo_polygon_centroid(${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (value) => {
    const polygons = disjoint(value, site);
    return polygons ? pointJson(polygonsCenter(polygons)) : null;
  },
});

export const geoPolygonFunctions: readonly KqlFunction[] = [pointIn, distance, closest, area, perimeter, centroid];
