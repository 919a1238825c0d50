/** Functions of lines on Earth: lengths, centres, places along them, the nearest place. */

import { angleOf, distanceTo, placeOn } from "../geo/edges";
import { areDistinct, lengthMeters, lineCenter } from "../geo/measure";
import { type Line, linesOf } from "../geo/shapes";
import { EARTH_RADIUS_METERS, placeOf, vectorOf } from "../geo/sphere";
import type { Dynamic } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { geoPage, nearestIn, placeParams, pointJson, readShapes } from "./geo-params";

const LINE = { name: "line", type: "dynamic" } as const;

const EXAMPLE = `dynamic({"type": "LineString", "coordinates": [[4.89, 52.37], [4.91, 52.37], [4.92, 52.38]]})`;
const BAD_EXAMPLE = `dynamic({"type": "LineString", "coordinates": [[4.89, 52.37]]})`;

const lineLength = kqlFunction({
  name: "geo_line_length",
  source: geoPage("geo_line_length"),
  params: [LINE],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    [`round(geo_line_length(${EXAMPLE}), 3)`, "2660.612"],
    [`isnull(geo_line_length(${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (value) => {
    const lines = readShapes(linesOf(value), site);
    if (!lines) return null;
    if (!areDistinct(lines)) {
      return site.refuse("unsupported", "`geo_line_length` of lines along one another is not evaluated");
    }
    return lengthMeters(lines.flatMap(({ edges }) => edges));
  },
});

const centroid = kqlFunction({
  name: "geo_line_centroid",
  source: geoPage("geo_line_centroid"),
  params: [LINE],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_line_centroid(${EXAMPLE}).coordinates[0]), 9)`, "4.90734415"],
    [`isnull(geo_line_centroid(${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (value) => {
    const lines = readShapes(linesOf(value), site);
    if (!lines) return null;
    if (!areDistinct(lines)) {
      return site.refuse("unsupported", "`geo_line_centroid` of lines along one another is not evaluated");
    }
    return pointJson(lineCenter(lines));
  },
});

/** The only line of a shape. */
function oneLine(value: Dynamic, site: CallSite): Line | undefined {
  const lines = readShapes(linesOf(value), site);
  if (lines && lines.length > 1) {
    return site.refuse("unsupported", `\`${site.name}\` is not evaluated for more than one line`);
  }
  return lines?.[0];
}

/** In radians. */
const lengthOf = ({ edges }: Pick<Line, "edges">) => edges.reduce((total, edge) => total + angleOf(edge), 0);

const interpolate = kqlFunction({
  name: "geo_line_interpolate_point",
  source: geoPage("geo_line_interpolate_point"),
  params: [LINE, { name: "fraction", type: "real" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_line_interpolate_point(${EXAMPLE}, 0.5).coordinates[0]), 9)`, "4.909594655"],
    [`isnull(geo_line_interpolate_point(${EXAMPLE}, 1.5))`, "true"],
    [`isnull(geo_line_interpolate_point(${BAD_EXAMPLE}, 0.5))`, "true"],
  ],
  prepare: (site) => (value, fraction) => {
    const line = oneLine(value, site);
    const last = line?.corners.at(-1);
    if (!line || !last || !(fraction >= 0 && fraction <= 1)) return null;
    let left = fraction * lengthOf(line);
    for (const edge of line.edges) {
      const angle = angleOf(edge);
      if (left < angle) return pointJson(placeOn(edge, left));
      left -= angle;
    }
    return pointJson(last);
  },
});

const POINT_AND_LINE = [...placeParams("point"), LINE] as const;

const distance = kqlFunction({
  name: "geo_distance_point_to_line",
  source: geoPage("geo_distance_point_to_line"),
  params: POINT_AND_LINE,
  returns: "real",
  nulls: "null in, null out",
  examples: [
    [`round(geo_distance_point_to_line(4.9, 52.38, ${EXAMPLE}), 3)`, "1111.904"],
    [`isnull(geo_distance_point_to_line(300, 52.38, ${EXAMPLE}))`, "true"],
    [`isnull(geo_distance_point_to_line(4.9, 52.38, ${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (longitude, latitude, value) => {
    const point = placeOf(longitude, latitude);
    const lines = readShapes(linesOf(value), site);
    if (!point || !lines) return null;
    const distances = lines.flatMap(({ edges }) => edges.map((edge) => distanceTo(edge, vectorOf(point))));
    return Math.min(...distances) * EARTH_RADIUS_METERS;
  },
});

const closest = kqlFunction({
  name: "geo_closest_point_on_line",
  source: geoPage("geo_closest_point_on_line"),
  params: POINT_AND_LINE,
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [`round(toreal(geo_closest_point_on_line(4.9, 52.38, ${EXAMPLE}).coordinates[0]), 9)`, "4.9"],
    [`isnull(geo_closest_point_on_line(4.9, 52.38, ${BAD_EXAMPLE}))`, "true"],
  ],
  prepare: (site) => (longitude, latitude, value) => {
    const point = placeOf(longitude, latitude);
    const lines = readShapes(linesOf(value), site);
    if (!point || !lines) return null;
    const edges = lines.flatMap((line) => line.edges);
    return pointJson(nearestIn(edges, vectorOf(point), site).place);
  },
});

const locate = kqlFunction({
  name: "geo_line_locate_point",
  source: geoPage("geo_line_locate_point"),
  params: [LINE, ...placeParams("point"), { name: "spheroid", type: "bool", optional: true }],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    [`round(geo_line_locate_point(${EXAMPLE}, 4.9, 52.38), 9)`, "0.255171624"],
    [`isnull(geo_line_locate_point(${BAD_EXAMPLE}, 4.9, 52.38))`, "true"],
  ],
  prepare: (site) => (value, longitude, latitude, isSpheroid) => {
    if (isSpheroid === true) return site.refuse("unsupported", "distances on a spheroid are not evaluated");
    const line = oneLine(value, site);
    const point = placeOf(longitude, latitude);
    if (!line || !point) return null;
    const { edge, place } = nearestIn(line.edges, vectorOf(point), site);
    const before = line.edges.slice(0, edge);
    const [start = place] = line.edges[edge] ?? [];
    return (lengthOf({ edges: before }) + angleOf([start, place])) / lengthOf(line);
  },
});

export const geoLineFunctions: readonly KqlFunction[] = [lineLength, centroid, interpolate, distance, closest, locate];
