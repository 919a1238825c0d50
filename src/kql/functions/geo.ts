/** Functions of places on Earth: distances, directions, lengths, geohashes. */

import { geoJson, pair } from "../geo/geo-json";
import { cellOf, GEOHASH_LENGTH_MAX, geohashOf } from "../geo/geohash";
import { setOrder } from "../geo/set-order";
import { angleAt, azimuth, distanceMeters, type Place, placeOf } from "../geo/sphere";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { geoPage, placeParams } from "./geo-params";

const isSame = (left: Place, right: Place) => left.longitude === right.longitude && left.latitude === right.latitude;

const distance = kqlFunction({
  name: "geo_distance_2points",
  source: geoPage("geo_distance_2points"),
  params: [...placeParams("from"), ...placeParams("to"), { name: "spheroid", type: "bool", optional: true }],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["round(geo_distance_2points(-122.407628, 47.578557, -118.275287, 34.019056), 3)", "1546754.352"],
    ["isnull(geo_distance_2points(300, 1, 1, 1))", "true"],
  ],
  prepare: (site) => (fromLongitude, fromLatitude, toLongitude, toLatitude, isSpheroid) => {
    if (isSpheroid === true) return site.refuse("unsupported", "distances on a spheroid are not evaluated");
    const [from, to] = [placeOf(fromLongitude, fromLatitude), placeOf(toLongitude, toLatitude)];
    return from && to ? distanceMeters(from, to) : null;
  },
});

/** West of north the document's sign could not be told: refused. */
const geoAzimuth = kqlFunction({
  name: "geo_azimuth",
  source: geoPage("geo_azimuth"),
  params: [...placeParams("from"), ...placeParams("to")],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["round(geo_azimuth(5, 10, 10, -40), 9)", "3.054599398"],
    ["isnull(geo_azimuth(5, 10, 5, 10))", "true"],
  ],
  prepare: (site) => (fromLongitude, fromLatitude, toLongitude, toLatitude) => {
    const [from, to] = [placeOf(fromLongitude, fromLatitude), placeOf(toLongitude, toLatitude)];
    if (!from || !to || isSame(from, to)) return null;
    const angle = azimuth(from, to);
    return angle >= 0 ? angle : site.refuse("unsupported", "`geo_azimuth` to the west is not evaluated");
  },
});

const geoAngle = kqlFunction({
  name: "geo_angle",
  source: geoPage("geo_angle"),
  params: [...placeParams("first"), ...placeParams("middle"), ...placeParams("last")],
  returns: "real",
  nulls: "null in, null out",
  examples: [
    ["round(geo_angle(0, 10, 0, 5, 3, -10), 9)", "2.944938434"],
    ["isnull(geo_angle(0, 10, 0, 10, 3, -10))", "true"],
  ],
  call: (longitude1, latitude1, longitude2, latitude2, longitude3, latitude3) => {
    const first = placeOf(longitude1, latitude1);
    const middle = placeOf(longitude2, latitude2);
    const last = placeOf(longitude3, latitude3);
    if (!first || !middle || !last || isSame(first, middle) || isSame(middle, last)) return null;
    return angleAt(first, middle, last);
  },
});

const pointInCircle = kqlFunction({
  name: "geo_point_in_circle",
  source: geoPage("geo_point_in_circle"),
  params: [...placeParams("point"), ...placeParams("center"), { name: "radius", type: "real" }],
  returns: "bool",
  nulls: "null in, null out",
  examples: [
    ["geo_point_in_circle(-122.317404, 47.609119, -122.317404, 47.609119, 18000)", "true"],
    ["geo_point_in_circle(-122.443663, 47.247092, -122.317404, 47.609119, 18000)", "false"],
  ],
  prepare: (site) => (longitude, latitude, centerLongitude, centerLatitude, radius) => {
    const [point, center] = [placeOf(longitude, latitude), placeOf(centerLongitude, centerLatitude)];
    if (!point || !center) return null;
    if (!(radius >= 0))
      return site.refuse("unsupported", "`geo_point_in_circle` with a negative radius is not evaluated");
    return distanceMeters(point, center) <= radius;
  },
});

const LENGTH_DEFAULT = 5;

/** The empty text for what is no place or no accuracy. */
const pointToGeohash = kqlFunction({
  name: "geo_point_to_geohash",
  source: geoPage("geo_point_to_geohash"),
  params: [...placeParams("point"), { name: "accuracy", type: "long", optional: true }],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["geo_point_to_geohash(-80.195829, 25.802215, 8)", "'dhwfz15h'"],
    ["geo_point_to_geohash(139.806115, 35.554128, 12)", "'xn76m27ty9g4'"],
    ["geo_point_to_geohash(200, 1, 8)", "''"],
  ],
  prepare:
    (site) =>
    (longitude, latitude, accuracy = LENGTH_DEFAULT) => {
      const point = placeOf(longitude, latitude);
      const length = Number(accuracy);
      if (!point || length < 1 || length > GEOHASH_LENGTH_MAX) return "";
      if (longitude === 180 || latitude === 90) {
        return site.refuse("unsupported", "`geo_point_to_geohash` at the edge of the map is not evaluated");
      }
      return geohashOf(point, length);
    },
});

const GEOHASH = [{ name: "geohash", type: "string" }] as const;

const centralPoint = kqlFunction({
  name: "geo_geohash_to_central_point",
  source: geoPage("geo_geohash_to_central_point"),
  params: GEOHASH,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["geo_geohash_to_central_point('sunny').coordinates", "dynamic([42.47314453125, 23.70849609375])"],
    ["isnull(geo_geohash_to_central_point('a'))", "true"],
  ],
  call: (hash) => {
    const cell = cellOf(hash);
    return cell ? geoJson("Point", pair((cell.west + cell.east) / 2, (cell.south + cell.north) / 2)) : null;
  },
});

/** Counterclockwise from the corner in the south-west. */
const toPolygon = kqlFunction({
  name: "geo_geohash_to_polygon",
  source: geoPage("geo_geohash_to_polygon"),
  params: GEOHASH,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["geo_geohash_to_polygon('dr5ru').coordinates[0][2]", "dynamic([-73.9599609375, 40.78125])"],
    ["isnull(geo_geohash_to_polygon('a'))", "true"],
  ],
  call: (hash) => {
    const cell = cellOf(hash);
    if (!cell) return null;
    const { west, east, south, north } = cell;
    const corner = pair(west, south);
    return geoJson("Polygon", [[corner, pair(east, south), pair(east, north), pair(west, north), corner]]);
  },
});

/** Steps to the neighbours, from the north-west round by the east, as they come into the engine's set. */
const NEIGHBORS = [
  [-1, 1],
  [0, 1],
  [1, 1],
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
] as const;

function neighborOf(hash: string, [right, up]: readonly [number, number], site: CallSite): string {
  const cell = cellOf(hash);
  const longitude = cell ? (cell.west + cell.east) / 2 + right * (cell.east - cell.west) : Number.NaN;
  const latitude = cell ? (cell.south + cell.north) / 2 + up * (cell.north - cell.south) : Number.NaN;
  const point = placeOf(longitude, latitude);
  return point
    ? geohashOf(point, hash.length)
    : site.refuse("unsupported", "`geo_geohash_neighbors` across the edge of the map is not evaluated");
}

const neighbors = kqlFunction({
  name: "geo_geohash_neighbors",
  source: geoPage("geo_geohash_neighbors"),
  params: GEOHASH,
  returns: "dynamic",
  nulls: "sees nulls",
  examples: [
    ["strcat_array(geo_geohash_neighbors('u173z'), ' ')", "'u173w u173x u1798 u17d0 u176p u173y u179b u176n'"],
    ["isnull(geo_geohash_neighbors('a'))", "true"],
  ],
  prepare: (site) => (hash) => {
    if (!cellOf(hash)) return null;
    const hashes = NEIGHBORS.map((step) => neighborOf(hash, step, site));
    return setOrder(hashes, hashes.length) ?? null;
  },
});

export const geoFunctions: readonly KqlFunction[] = [
  distance,
  geoAzimuth,
  geoAngle,
  pointInCircle,
  pointToGeohash,
  centralPoint,
  toPolygon,
  neighbors,
];
