/** `geo_line_lookup` and `geo_polygon_lookup`: rows of a table whose line is near the row's place, or whose polygon holds it. */

import type { Compiler } from "../execute/compiler";
import { QueryEnd } from "../execute/query-end";
import type { Transform } from "../execute/run";
import { type CallSite, page } from "../functions/definition";
import { functionNamed } from "../functions/registry";
import type { Plugin } from "../ir/step";
import { simpleName } from "../kusto/node";
import { convertTo } from "../lower/call";
import { literalOf } from "../lower/literal";
import { boundIn, lowerScalar, lowerTabular, overRows, type Scope } from "../lower/scope";
import type { LoweredOperator } from "../operators/definition";
import type { Row, Value } from "../values/value";
import type { PluginCall, PluginDefinition } from "./definition";

const AREA =
  'dynamic({"type": "Polygon", "coordinates": [[[4.87, 52.36], [4.93, 52.36], [4.92, 52.39], [4.87, 52.36]]]})';
const ROAD = 'dynamic({"type": "LineString", "coordinates": [[4.87, 52.36], [4.93, 52.36]]})';
const PLACES = "datatable(p:string, lon:real, lat:real)['in', 4.91, 52.37, 'out', 4.91, 52.5]";

/** Names of the arguments behind the four that are always there, in the order in which they may be given without one. */
const OPTIONS = ["radius", "return_unmatched", "lookup_area_radius", "return_lookup_key"] as const;

function lower(name: string, { args, named, operator, call }: PluginCall, scope: Scope): LoweredOperator | string {
  const [tableNode, keyNode, longitudeNode, latitudeNode, ...rest] = args;
  const isKnown = [...named.keys()].every((key) => OPTIONS.some((option) => option === key));
  if (!tableNode || !keyNode || !longitudeNode || !latitudeNode || rest.length > OPTIONS.length || !isKnown) {
    return "this form of the call is not evaluated";
  }
  const of = lowerTabular(tableNode, { ...scope, columns: [] });
  const option = (at: number) => {
    const node = named.get(OPTIONS[at] ?? "") ?? rest[at];
    return node && lowerScalar(node, { ...scope, columns: [] });
  };
  const radius = convertTo(option(0) ?? literalOf("real", null), "real");
  const all = option(1) ?? literalOf("bool", false);
  if (all.type !== "bool") return "this form of the call is not evaluated";
  const bound = boundIn(operator, scope).map(({ name: column }) => column);
  const width = scope.columns.length;
  // The key's column is there only where it is asked for; the binder says so by how many columns there are.
  const isKeyKept = bound.length === width + of.columns.length;
  const theirs = isKeyKept ? of.columns : of.columns.filter((column) => column.name !== simpleName(keyNode));
  if (bound.length !== width + theirs.length) return "its columns are not told";
  const columns = [...scope.columns, ...theirs].map(({ type }, index) => ({ name: bound[index] ?? "", type }));
  const kept = theirs.map((column) => literalOf("long", of.columns.indexOf(column)));
  return {
    columns,
    step: {
      kind: "plugin",
      name,
      values: [longitudeNode, latitudeNode].map((node) => convertTo(lowerScalar(node, scope), "real")),
      settings: [radius, all, ...kept],
      tables: [{ of, values: [lowerScalar(keyNode, overRows(scope, of.columns))] }],
      types: columns.map(({ type }) => type),
      at: scope.placeOf(call),
    },
  };
}

type Measure = (longitude: Value, latitude: Value, shape: Value) => Value;

/** A scalar function as the plugin calls it. */
function measureNamed(name: string, step: Plugin): Measure {
  const site: CallSite = {
    name,
    types: ["real", "real", "dynamic"],
    constants: [],
    type: "real",
    refuse: (refusal, message) => {
      throw new QueryEnd(refusal, message, step.at);
    },
  };
  const measure = functionNamed(name)?.overloads[0]?.prepare?.(site);
  return (...args) => (args.includes(null) ? null : (measure?.(...args) ?? null));
}

/** Rows that match come first, as recorded; each in the order of the input. */
function compile(step: Plugin, compiler: Compiler, distanceName: string, containsName?: string): Transform {
  const [table] = step.tables;
  const [longitude, latitude] = step.values.map((value) => compiler.scalar(value));
  const [radius, all, ...kept] = step.settings.map((setting) => compiler.scalar(setting));
  const shape = table?.values[0] && compiler.scalar(table.values[0]);
  const produce = table && compiler.tabular(table.of);
  const distance = measureNamed(distanceName, step);
  const contains = containsName === undefined ? undefined : measureNamed(containsName, step);
  return (rows, run) => {
    const shown = kept.map((each) => Number(each([], run)));
    const none = shown.map((at): Value => (table?.of.columns[at]?.type === "string" ? "" : null));
    const most = radius?.([], run) ?? null;
    if (typeof most === "number" ? !(most >= 0) : contains === undefined) {
      throw new QueryEnd("unsupported", `\`${step.name}\` is not evaluated without a radius of 0 or more`, step.at);
    }
    const entries = (produce?.(run) ?? []).map((entry) => ({ entry, key: shape?.(entry, run) ?? null }));
    const isMatch = (place: readonly [Value, Value], key: Value): boolean => {
      if (typeof most !== "number") return contains?.(...place, key) === true;
      const meters = distance(...place, key);
      return typeof meters === "number" && meters <= most;
    };
    const matched: Row[] = [];
    const unmatched: Row[] = [];
    for (const row of rows) {
      run.budget.spend(entries.length);
      const place = [longitude?.(row, run) ?? null, latitude?.(row, run) ?? null] as const;
      const found = entries.filter(({ key }) => isMatch(place, key));
      for (const { entry } of found) matched.push([...row, ...shown.map((at) => entry[at] ?? null)]);
      if (found.length === 0) unmatched.push([...row, ...none]);
    }
    return all?.([], run) === true ? [...matched, ...unmatched] : matched;
  };
}

export const geoLookups: readonly PluginDefinition[] = [
  {
    name: "geo_line_lookup",
    source: `${page("geo-line-lookup-plugin")}, engine`,
    lower: (call, scope) => lower("geo_line_lookup", call, scope),
    compile: (step, compiler) => compile(step, compiler, "geo_distance_point_to_line"),
    examples: [
      {
        query: `let T = datatable(n:string, road:dynamic)['x', ${ROAD}]; ${PLACES} | evaluate geo_line_lookup(T, road, lon, lat, 2000) | project p, n`,
        rows: [["in", "x"]],
      },
      {
        query: `let T = datatable(n:string, road:dynamic)['x', ${ROAD}]; ${PLACES} | evaluate geo_line_lookup(T, road, lon, lat, 2000, return_unmatched=true) | project p, n`,
        rows: [
          ["in", "x"],
          ["out", ""],
        ],
      },
    ],
  },
  {
    name: "geo_polygon_lookup",
    source: `${page("geo-polygon-lookup-plugin")}, engine`,
    lower: (call, scope) => lower("geo_polygon_lookup", call, scope),
    compile: (step, compiler) => compile(step, compiler, "geo_distance_point_to_polygon", "geo_point_in_polygon"),
    examples: [
      {
        query: `let T = datatable(n:string, area:dynamic)['x', ${AREA}]; ${PLACES} | evaluate geo_polygon_lookup(T, area, lon, lat)`,
        rows: [["in", 4.91, 52.37, "x"]],
      },
      {
        query: `let T = datatable(n:string, area:dynamic)['x', ${AREA}]; ${PLACES} | evaluate geo_polygon_lookup(T, area, lon, lat, radius=20000) | project p, n`,
        rows: [
          ["in", "x"],
          ["out", "x"],
        ],
      },
    ],
  },
];
