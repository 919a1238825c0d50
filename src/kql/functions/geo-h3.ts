/** Functions of H3 cells: hexagons that cover the Earth, each named by a token. */

import { geoJson, pair } from "../geo/geo-json";
import {
  type H3Cell,
  h3Boundary,
  h3CellAt,
  h3CellOf,
  h3Center,
  h3Children,
  h3Parent,
  h3Rings,
  RESOLUTION_MAX,
} from "../geo/h3";
import { setOrder } from "../geo/set-order";
import { placeOf } from "../geo/sphere";
import type { CallSite, KqlFunction } from "./definition";
import { kqlFunction } from "./definition";
import { geoPage, placeParams } from "./geo-params";

const CELL = { name: "h3cell", type: "string" } as const;

function cellOf(token: string, site: CallSite): H3Cell | undefined {
  const cell = h3CellOf(token);
  return cell === "unclear"
    ? site.refuse("unsupported", `\`${site.name}\` is evaluated for tokens as \`geo_point_to_h3cell\` writes them only`)
    : cell;
}

const RESOLUTION_DEFAULT = 6;

const pointToCell = kqlFunction({
  name: "geo_point_to_h3cell",
  source: geoPage("geo_point_to_h3cell"),
  params: [...placeParams("point"), { name: "resolution", type: "long", optional: true }],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["geo_point_to_h3cell(4.895168, 52.370216)", "'861969c9fffffff'"],
    ["geo_point_to_h3cell(4.895168, 52.370216, 0)", "'801ffffffffffff'"],
    ["geo_point_to_h3cell(4.895168, 91, 6)", "''"],
    ["geo_point_to_h3cell(4.895168, 52.370216, 16)", "''"],
  ],
  call: (longitude, latitude, resolution = RESOLUTION_DEFAULT) => {
    const point = placeOf(longitude, latitude);
    const level = Number(resolution);
    return point && level >= 0 && level <= RESOLUTION_MAX ? h3CellAt(point, level) : "";
  },
});

const centralPoint = kqlFunction({
  name: "geo_h3cell_to_central_point",
  source: geoPage("geo_h3cell_to_central_point"),
  params: [CELL],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["round(toreal(geo_h3cell_to_central_point('861969c9fffffff').coordinates[1]), 9)", "52.396641309"],
    ["isnull(geo_h3cell_to_central_point('1'))", "true"],
  ],
  prepare: (site) => (token) => {
    const cell = cellOf(token, site);
    if (!cell) return null;
    const { longitude, latitude } = h3Center(cell);
    return geoJson("Point", pair(longitude, latitude));
  },
});

const PENTAGONS_REFUSED = "is not evaluated for pentagons";

const toPolygon = kqlFunction({
  name: "geo_h3cell_to_polygon",
  source: geoPage("geo_h3cell_to_polygon"),
  params: [CELL],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["array_length(geo_h3cell_to_polygon('861969c9fffffff').coordinates[0])", "7"],
    ["isnull(geo_h3cell_to_polygon('@'))", "true"],
  ],
  prepare: (site) => (token) => {
    const cell = cellOf(token, site);
    if (!cell) return null;
    if (cell.isPentagon) return site.refuse("unsupported", `\`${site.name}\` ${PENTAGONS_REFUSED}`);
    return geoJson("Polygon", [h3Boundary(cell).map(({ longitude, latitude }) => pair(longitude, latitude))]);
  },
});

const parent = kqlFunction({
  name: "geo_h3cell_parent",
  source: geoPage("geo_h3cell_parent"),
  params: [CELL, { name: "resolution", type: "long", optional: true }],
  returns: "string",
  nulls: "null in, null out",
  examples: [
    ["geo_h3cell_parent('861969c9fffffff')", "'851969cbfffffff'"],
    ["geo_h3cell_parent('861969c9fffffff', 0)", "'8019fffffffffff'"],
    ["geo_h3cell_parent('861969c9fffffff', 7)", "''"],
    ["geo_h3cell_parent('123')", "''"],
  ],
  prepare: (site) => (token, resolution) => {
    const cell = cellOf(token, site);
    const level = Number(resolution ?? (cell?.resolution ?? 0) - 1);
    if (!cell || level < 0 || level > cell.resolution) return "";
    if (level === cell.resolution) {
      return site.refuse("unsupported", "`geo_h3cell_parent` is not evaluated for the cell's own resolution");
    }
    return h3Parent(cell, level);
  },
});

/** Source: https://learn.microsoft.com/kusto/query/geo-h3cell-children-function, read 2026-11-26. */
const LEVELS_BELOW_MAX = 5;

const children = kqlFunction({
  name: "geo_h3cell_children",
  source: geoPage("geo_h3cell_children"),
  params: [CELL, { name: "resolution", type: "long", optional: true }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["geo_h3cell_children('861969c9fffffff')[1]", "'871969c99ffffff'"],
    ["array_length(geo_h3cell_children('861969c9fffffff', 9))", "343"],
    ["isnull(geo_h3cell_children('861969c9fffffff', 12))", "true"],
    ["isnull(geo_h3cell_children('abc'))", "true"],
  ],
  prepare: (site) => (token, resolution) => {
    const cell = cellOf(token, site);
    const level = Number(resolution ?? (cell?.resolution ?? 0) + 1);
    if (!cell || level < cell.resolution || level > Math.min(RESOLUTION_MAX, cell.resolution + LEVELS_BELOW_MAX)) {
      return null;
    }
    if (cell.isPentagon) return site.refuse("unsupported", `\`geo_h3cell_children\` ${PENTAGONS_REFUSED}`);
    if (level === cell.resolution) {
      return site.refuse("unsupported", "`geo_h3cell_children` is not evaluated for the cell's own resolution");
    }
    return h3Children(cell, level);
  },
});

const level = kqlFunction({
  name: "geo_h3cell_level",
  source: geoPage("geo_h3cell_level"),
  params: [CELL],
  returns: "int",
  nulls: "null in, null out",
  examples: [
    ["geo_h3cell_level('861969c9fffffff')", "6"],
    ["isnull(geo_h3cell_level('abc'))", "true"],
  ],
  prepare: (site) => (token) => cellOf(token, site)?.resolution ?? null,
});

function ringsOf(cell: H3Cell, distance: number, site: CallSite): readonly (readonly string[])[] {
  return h3Rings(cell, distance) ?? site.refuse("unsupported", `\`${site.name}\` is not evaluated near pentagons`);
}

/** Ring 1 in the order of the engine's set. Whether the cell itself was in the set is not told: refused where it matters. */
function neighborsOf(cell: H3Cell, site: CallSite): readonly string[] {
  const ring = ringsOf(cell, 1, site)[1] ?? [];
  const alone = setOrder(ring, ring.length);
  const together = setOrder([cell.token, ...ring], ring.length + 1)?.filter((each) => each !== cell.token);
  return alone && together && alone.join() === together.join()
    ? alone
    : site.refuse("unsupported", `the order of \`geo_h3cell_neighbors\` is not told for \`${cell.token}\``);
}

const neighbors = kqlFunction({
  name: "geo_h3cell_neighbors",
  source: geoPage("geo_h3cell_neighbors"),
  params: [CELL],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    [
      "strcat_array(geo_h3cell_neighbors('86194ad17ffffff'), ' ')",
      "'86194ad37ffffff 86194adafffffff 86194ad07ffffff 86194ada7ffffff 86194ad1fffffff 86195da4fffffff'",
    ],
    ["isnull(geo_h3cell_neighbors('abc'))", "true"],
  ],
  prepare: (site) => (token) => {
    const cell = cellOf(token, site);
    return cell ? neighborsOf(cell, site) : null;
  },
});

/** Source: https://learn.microsoft.com/kusto/query/geo-h3cell-rings-function, read 2026-11-26. */
const DISTANCE_MAX = 142;

const rings = kqlFunction({
  name: "geo_h3cell_rings",
  source: geoPage("geo_h3cell_rings"),
  params: [CELL, { name: "distance", type: "long" }],
  returns: "dynamic",
  nulls: "null in, null out",
  examples: [
    ["array_length(geo_h3cell_rings('861969c9fffffff', 2)[2])", "12"],
    ["geo_h3cell_rings('861969c9fffffff', 0)", "dynamic([['861969c9fffffff']])"],
    ["isnull(geo_h3cell_rings('861969c9fffffff', 143))", "true"],
    ["isnull(geo_h3cell_rings('abc', 3))", "true"],
  ],
  prepare: (site) => (token, distance) => {
    const cell = cellOf(token, site);
    const count = Number(distance);
    return cell && count >= 0 && count <= DISTANCE_MAX ? ringsOf(cell, count, site) : null;
  },
});

export const geoH3Functions: readonly KqlFunction[] = [
  pointToCell,
  centralPoint,
  toPolygon,
  parent,
  children,
  level,
  neighbors,
  rings,
];
