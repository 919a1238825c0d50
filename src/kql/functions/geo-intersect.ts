/** Functions of two shapes on Earth: whether they meet, and where lines do. Shapes that only touch are refused. */

import { angleOf, crossingOf, crossingPlace, type Edge } from "../geo/edges";
import { geoJson, pair } from "../geo/geo-json";
import { type Line, linesOf, type Polygon, polygonsOf } from "../geo/shapes";
import { placeAt, type Vector } from "../geo/sphere";
import type { Dynamic } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { geoPage, pointJson, readShapes } from "./geo-params";
import { isInPolygon } from "./geo-polygon";

const LINES = [
  { name: "line", type: "dynamic" },
  { name: "other line", type: "dynamic" },
] as const;
const LINE_AND_POLYGON = [
  { name: "line", type: "dynamic" },
  { name: "polygon", type: "dynamic" },
] as const;
const POLYGONS = [
  { name: "polygon", type: "dynamic" },
  { name: "other polygon", type: "dynamic" },
] as const;

const line = (...places: readonly string[]) =>
  `dynamic({"type": "LineString", "coordinates": [${places.map((place) => `[${place}]`).join(", ")}]})`;
const polygon = (...places: readonly string[]) =>
  `dynamic({"type": "Polygon", "coordinates": [[${[...places, places[0]].map((place) => `[${place}]`).join(", ")}]]})`;

const RISING = line("4.88, 52.36", "4.91, 52.39");
const FALLING = line("4.88, 52.39", "4.91, 52.36");
const FAR = line("5.1, 52.1", "5.2, 52.15");
const SHORT = line("4.89, 52.36");
const AREA = polygon("4.87, 52.37", "4.93, 52.37", "4.92, 52.41");

/** Whether edges cross; where they only touch, whether that counts is told by no record. */
function doCross(ones: readonly Edge[], twos: readonly Edge[], site: CallSite): boolean {
  const meetings = new Set(ones.flatMap((one) => twos.map((two) => crossingOf(one, two))));
  if (meetings.has("cross")) return true;
  return meetings.has("touch") ? refuseTouching(site) : false;
}

function refuseTouching(site: CallSite): never {
  return site.refuse("unsupported", `\`${site.name}\` of shapes that touch is not evaluated`);
}

function isIn(polygons: readonly Polygon[], place: Vector | undefined, site: CallSite): boolean {
  const found = place ? polygons.map((each) => isInPolygon(each, place)) : [];
  return found.includes(undefined) ? refuseTouching(site) : found.includes(true);
}

const edgesOf = (shapes: readonly (Line | Polygon)[]) => shapes.flatMap(({ edges }) => edges);

const linesMeet = kqlFunction({
  name: "geo_intersects_2lines",
  source: geoPage("geo_intersects_2lines"),
  params: LINES,
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    [`geo_intersects_2lines(${RISING}, ${FALLING})`, "true"],
    [`geo_intersects_2lines(${RISING}, ${FAR})`, "false"],
    [`isnull(geo_intersects_2lines(${RISING}, ${SHORT}))`, "true"],
  ],
  prepare: (site) => (one, two) => {
    if (linesOf(one) === "invalid" || linesOf(two) === "invalid") return null;
    const [ones, twos] = [readShapes(linesOf(one), site), readShapes(linesOf(two), site)];
    return ones && twos ? doCross(edgesOf(ones), edgesOf(twos), site) : null;
  },
});

const lineMeetsPolygon = kqlFunction({
  name: "geo_intersects_line_with_polygon",
  source: geoPage("geo_intersects_line_with_polygon"),
  params: LINE_AND_POLYGON,
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    [`geo_intersects_line_with_polygon(${RISING}, ${AREA})`, "true"],
    [`geo_intersects_line_with_polygon(${line("4.9, 52.375", "4.91, 52.38")}, ${AREA})`, "true"],
    [`geo_intersects_line_with_polygon(${FAR}, ${AREA})`, "false"],
    [`isnull(geo_intersects_line_with_polygon(${SHORT}, ${AREA}))`, "true"],
  ],
  prepare: (site) => (one, two) => {
    if (linesOf(one) === "invalid" || polygonsOf(two) === "invalid") return null;
    const [lines, polygons] = [readShapes(linesOf(one), site), readShapes(polygonsOf(two), site)];
    if (!lines || !polygons) return null;
    return (
      doCross(edgesOf(lines), edgesOf(polygons), site) || lines.some(({ corners }) => isIn(polygons, corners[0], site))
    );
  },
});

const polygonsMeet = kqlFunction({
  name: "geo_intersects_2polygons",
  source: geoPage("geo_intersects_2polygons"),
  params: POLYGONS,
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    [`geo_intersects_2polygons(${AREA}, ${polygon("4.9, 52.36", "4.91, 52.38", "4.89, 52.38")})`, "true"],
    [`geo_intersects_2polygons(${AREA}, ${polygon("4.9, 52.375", "4.91, 52.38", "4.9, 52.38")})`, "true"],
    [`geo_intersects_2polygons(${AREA}, ${polygon("5.1, 52.1", "5.2, 52.1", "5.1, 52.2")})`, "false"],
    [`isnull(geo_intersects_2polygons(${AREA}, dynamic({"type": "Polygon"})))`, "true"],
  ],
  prepare: (site) => (one, two) => {
    if (polygonsOf(one) === "invalid" || polygonsOf(two) === "invalid") return null;
    const [ones, twos] = [readShapes(polygonsOf(one), site), readShapes(polygonsOf(two), site)];
    if (!ones || !twos) return null;
    const holds = (some: readonly Polygon[], others: readonly Polygon[]) =>
      others.some(({ shell }) => isIn(some, shell.corners[0], site));
    return doCross(edgesOf(ones), edgesOf(twos), site) || holds(ones, twos) || holds(twos, ones);
  },
});

const NOTHING: Dynamic = new Map<string, Dynamic>([
  ["type", "GeometryCollection"],
  ["geometries", []],
]);

const linesIntersection = kqlFunction({
  name: "geo_intersection_2lines",
  source: geoPage("geo_intersection_2lines"),
  params: LINES,
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_intersection_2lines(${RISING}, ${FALLING}).coordinates[0]), 9)`, "4.895"],
    [`geo_intersection_2lines(${RISING}, ${FAR}).type`, "'GeometryCollection'"],
    [`isnull(geo_intersection_2lines(${RISING}, ${SHORT}))`, "true"],
  ],
  prepare: (site) => (one, two) => {
    if (linesOf(one) === "invalid" || linesOf(two) === "invalid") return null;
    const [ones, twos] = [readShapes(linesOf(one), site), readShapes(linesOf(two), site)];
    if (!ones || !twos) return null;
    const pairs = edgesOf(ones).flatMap((first) => edgesOf(twos).map((second) => ({ first, second })));
    const meetings = pairs.map(({ first, second }) => crossingOf(first, second));
    if (meetings.includes("touch")) return refuseTouching(site);
    const crossing = pairs.filter((_, at) => meetings[at] === "cross");
    if (crossing.length > 1) {
      return site.refuse("unsupported", "`geo_intersection_2lines` in several places is not evaluated");
    }
    return crossing[0] ? pointJson(crossingPlace(crossing[0].first, crossing[0].second)) : NOTHING;
  },
});

/** The parts of a line inside of polygons, in the line's direction. */
function partsInside({ edges }: Line, polygons: readonly Polygon[], site: CallSite): readonly (readonly Vector[])[] {
  const parts: Vector[][] = [];
  const [start] = edges[0] ?? [];
  if (isIn(polygons, start, site) && start) parts.push([start]);
  let isOpen = parts.length > 0;
  for (const edge of edges) {
    const borders = edgesOf(polygons).filter((border) => crossingOf(edge, border) === "cross");
    const places = borders
      .map((border) => crossingPlace(edge, border))
      .sort((a, b) => angleOf([edge[0], a]) - angleOf([edge[0], b]));
    for (const place of places) {
      if (isOpen) parts.at(-1)?.push(place);
      else parts.push([place]);
      isOpen = !isOpen;
    }
    if (isOpen) parts.at(-1)?.push(edge[1]);
  }
  return parts;
}

const lineInPolygon = kqlFunction({
  name: "geo_intersection_line_with_polygon",
  source: geoPage("geo_intersection_line_with_polygon"),
  params: LINE_AND_POLYGON,
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_intersection_line_with_polygon(${RISING}, ${AREA}).coordinates[0][0]), 6)`, "4.889998"],
    [`geo_intersection_line_with_polygon(${FAR}, ${AREA}).type`, "'GeometryCollection'"],
    [`isnull(geo_intersection_line_with_polygon(${SHORT}, ${AREA}))`, "true"],
  ],
  prepare: (site) => (one, two) => {
    if (linesOf(one) === "invalid" || polygonsOf(two) === "invalid") return null;
    const [lines, polygons] = [readShapes(linesOf(one), site), readShapes(polygonsOf(two), site)];
    const [only, ...more] = lines ?? [];
    if (!only || !polygons) return null;
    if (more.length > 0 || polygons.length > 1) {
      return site.refuse("unsupported", `\`${site.name}\` is evaluated for one line and one polygon only`);
    }
    doCross(only.edges, edgesOf(polygons), site);
    const parts = partsInside(only, polygons, site).map((places) =>
      places.map((place) => {
        const { longitude, latitude } = placeAt(place);
        return pair(longitude, latitude);
      }),
    );
    const [part, ...others] = parts;
    if (!part) return NOTHING;
    return others.length > 0 ? geoJson("MultiLineString", parts) : geoJson("LineString", part);
  },
});

export const geoIntersectFunctions: readonly KqlFunction[] = [
  linesMeet,
  lineMeetsPolygon,
  polygonsMeet,
  linesIntersection,
  lineInPolygon,
];
