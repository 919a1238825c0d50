/** `geo_from_wkt`: well-known text as GeoJSON. */

import { shapeOfWkt } from "../geo/wkt";
import { type KqlFunction, kqlFunction } from "./definition";
import { geoPage } from "./geo-params";

/** A text that has none of these and a parenthesis behind it is no well-known text, however leniently it is read. */
const PERHAPS_A_SHAPE = /(?:POINT|LINE|RING|POLYGON|COLLECTION|CURVE|SURFACE|TRIANGLE|TIN)[^(]*\(|EMPTY/i;

const fromWkt = kqlFunction({
  name: "geo_from_wkt",
  source: geoPage("geo_from_wkt"),
  params: [{ name: "wkt", type: "string" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["geo_from_wkt('POINT (4.5 52.25)')", `dynamic({"type": "Point", "coordinates": [4.5, 52.25]})`],
    ["geo_from_wkt('LINESTRING(1.5 2.5, 3.5 -4.5)').coordinates[1]", "dynamic([3.5, -4.5])"],
    ["geo_from_wkt('POLYGON ((0 0, 2 0, 2.5 2.5, 0 0))').coordinates[0][2]", "dynamic([2.5, 2.5])"],
    ["geo_from_wkt('MULTIPOINT ((1.5 1.5), (2.5 2.5))').coordinates[0]", "dynamic([1.5, 1.5])"],
    ["geo_from_wkt('GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (2 2, 3 3))').geometries[1].type", "'LineString'"],
    ["isnull(geo_from_wkt('POLYGON'))", "true"],
  ],
  prepare: (site) => (text) => {
    const shape = shapeOfWkt(text);
    if (shape !== undefined) return shape;
    if (!PERHAPS_A_SHAPE.test(text)) return null;
    return site.refuse("unsupported", "`geo_from_wkt` is evaluated for plain shapes of two coordinates only");
  },
});

export const geoWktFunctions: readonly KqlFunction[] = [fromWkt];
