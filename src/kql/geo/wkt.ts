/** Well-known text: shapes as in `POINT (1 2)`, read into GeoJSON. */

import type { Dynamic } from "../values/value";
import { geoJson, pair } from "./geo-json";
import { type Place, placeOf } from "./sphere";

/** Numbers of a place, or groups of such in parentheses. */
type Group = Place | readonly Group[];

/** By the keyword: GeoJSON's type, and how deep the places lie. */
const SHAPES: Readonly<Record<string, readonly [type: string, depth: number]>> = {
  POINT: ["Point", 0],
  LINESTRING: ["LineString", 1],
  POLYGON: ["Polygon", 2],
  MULTIPOINT: ["MultiPoint", 1],
  MULTILINESTRING: ["MultiLineString", 2],
  MULTIPOLYGON: ["MultiPolygon", 3],
};

const SHAPE = /^([A-Z]+)\s*\((.*)\)$/s;
const PLACE = /^([+-]?\d+(?:\.\d+)?)\s+([+-]?\d+(?:\.\d+)?)$/;

/** Undefined for what is not written plainly: other keywords, empty shapes, third coordinates, places out of range, rings that are not closed. */
export function shapeOfWkt(text: string): Dynamic | undefined {
  const [, keyword = "", inside = ""] = SHAPE.exec(text.trim()) ?? [];
  if (keyword === "GEOMETRYCOLLECTION") {
    const shapes = partsOf(inside)?.map(shapeOfWkt);
    return shapes === undefined || shapes.includes(undefined)
      ? undefined
      : new Map<string, Dynamic>([
          ["type", "GeometryCollection"],
          ["geometries", shapes as readonly Dynamic[]],
        ]);
  }
  const [type, depth] = SHAPES[keyword] ?? [];
  if (type === undefined || depth === undefined) return undefined;
  const group = groupOf(inside, depth, type === "MultiPoint");
  return group !== undefined && isPlain(type, group) ? geoJson(type, coordinatesOf(group)) : undefined;
}

/** What stands between commas outside of parentheses; undefined where these do not match. */
function partsOf(text: string): readonly string[] | undefined {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? parts : undefined;
}

function groupOf(text: string, depth: number, areMembersInParentheses: boolean): Group | undefined {
  if (depth === 0) {
    const [, longitude = "", latitude = ""] = PLACE.exec(text.trim()) ?? [];
    return longitude === "" ? undefined : placeOf(Number(longitude), Number(latitude));
  }
  const groups = partsOf(text)?.map((part) => {
    const inner = /^\s*\((.*)\)\s*$/s.exec(part)?.[1];
    if (inner !== undefined && (depth > 1 || areMembersInParentheses)) return groupOf(inner, depth - 1, false);
    return depth === 1 ? groupOf(part, 0, false) : undefined;
  });
  return groups === undefined || groups.includes(undefined) ? undefined : (groups as readonly Group[]);
}

/** As the pages show shapes: lines of two places and more, rings closed, the outer one against the clock, holes with it. */
function isPlain(type: string, group: Group): boolean {
  const members = group as readonly Group[];
  if (type.startsWith("Multi")) return members.every((each) => isPlain(type.slice("Multi".length), each));
  if (type === "LineString") return members.length >= 2;
  return type !== "Polygon" || (members as readonly (readonly Place[])[]).every(isPlainRing);
}

function isPlainRing(ring: readonly Place[], index: number): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = first?.longitude === last?.longitude && first?.latitude === last?.latitude;
  const area = ring.slice(1).reduce((sum, to, at) => {
    const from = ring[at] ?? to;
    return sum + from.longitude * to.latitude - to.longitude * from.latitude;
  }, 0);
  return isClosed && ring.length >= 4 && (index === 0 ? area > 0 : area < 0);
}

function coordinatesOf(group: Group): Dynamic {
  return "longitude" in group ? pair(group.longitude, group.latitude) : group.map(coordinatesOf);
}
