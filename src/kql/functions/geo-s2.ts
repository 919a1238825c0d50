/** Functions of S2 cells: parts of the Earth's surface, each named by a token. */

import { geoJson, pair } from "../geo/geo-json";
import { LEVEL_MAX, type S2Cell, s2Boundary, s2CellAt, s2CellOf, s2Center, s2TokenOf } from "../geo/s2-cell";
import { type Place, placeOf } from "../geo/sphere";
import type { Dynamic } from "../values/value";
import { type CallSite, type KqlFunction, kqlFunction } from "./definition";
import { geoPage, placeParams } from "./geo-params";

const CELL = { name: "s2cell", type: "string" } as const;

const LEVEL_DEFAULT = 11;

const pointToCell = kqlFunction({
  name: "geo_point_to_s2cell",
  source: geoPage("geo_point_to_s2cell"),
  params: [...placeParams("point"), { name: "level", type: "long", optional: true }],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["geo_point_to_s2cell(4.895168, 52.370216)", "'47c609c'"],
    ["geo_point_to_s2cell(4.895168, 52.370216, 0)", "'5'"],
    ["geo_point_to_s2cell(4.895168, 52.370216, 30)", "'47c609bf6277f22b'"],
    ["geo_point_to_s2cell(0, 0, 1)", "'14'"],
    ["geo_point_to_s2cell(-180.1, 0)", "''"],
    ["geo_point_to_s2cell(4.895168, 52.370216, 31)", "''"],
  ],
  prepare:
    (site) =>
    (longitude, latitude, level = LEVEL_DEFAULT) => {
      const point = placeOf(longitude, latitude);
      const depth = Number(level);
      if (!point || depth < 0 || depth > LEVEL_MAX) return "";
      const cell = s2CellAt(point, depth);
      return cell
        ? s2TokenOf(cell)
        : site.refuse("unsupported", "`geo_point_to_s2cell` on the border of two cells is not evaluated");
    },
});

/** Made of a cell; null for a text that names none. */
function ofCell(site: CallSite, make: (cell: S2Cell) => Dynamic): (token: string) => Dynamic {
  return (token) => {
    const cell = s2CellOf(token);
    if (cell !== "unclear") return cell ? make(cell) : null;
    return site.refuse("unsupported", `\`${site.name}\` is evaluated for tokens in small letters only`);
  };
}

const pairOf = ({ longitude, latitude }: Place) => pair(longitude, latitude);

const centralPoint = kqlFunction({
  name: "geo_s2cell_to_central_point",
  source: geoPage("geo_s2cell_to_central_point"),
  params: [CELL],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["round(toreal(geo_s2cell_to_central_point('47c609c').coordinates[1]), 9)", "52.366696881"],
    ["geo_s2cell_to_central_point('1').coordinates", "dynamic([0.0, 0.0])"],
    ["isnull(geo_s2cell_to_central_point('a'))", "true"],
  ],
  prepare: (site) => ofCell(site, (cell) => geoJson("Point", pairOf(s2Center(cell)))),
});

const toPolygon = kqlFunction({
  name: "geo_s2cell_to_polygon",
  source: geoPage("geo_s2cell_to_polygon"),
  params: [CELL],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["array_length(geo_s2cell_to_polygon('47c609c').coordinates[0])", "5"],
    ["round(toreal(geo_s2cell_to_polygon('1').coordinates[0][2][0]), 9)", "45.0"],
    ["isnull(geo_s2cell_to_polygon('a'))", "true"],
  ],
  prepare: (site) => ofCell(site, (cell) => geoJson("Polygon", [s2Boundary(cell).map(pairOf)])),
});

export const geoS2Functions: readonly KqlFunction[] = [pointToCell, centralPoint, toPolygon];
