/** What the definitions of `geo_*` functions have in common: their pages, their parameters, the reading of shapes. */

import type { Edge } from "../geo/edges";
import { geoJson, pair } from "../geo/geo-json";
import { type Nearest, nearestOf } from "../geo/nearest";
import type { Shapes } from "../geo/shapes";
import { placeAt, type Vector } from "../geo/sphere";
import type { Dynamic } from "../values/value";
import { type CallSite, page } from "./definition";

export const geoPage = (name: string) => `${page(`${name.replaceAll("_", "-")}-function`)}, engine`;

export const placeParams = <const N extends string>(which: N) =>
  [
    { name: `${which} longitude`, type: "real" },
    { name: `${which} latitude`, type: "real" },
  ] as const;

/** Undefined for an invalid shape. */
export function readShapes<T>(shapes: Shapes<T>, site: CallSite): readonly T[] | undefined {
  if (shapes === "unclear") {
    return site.refuse("unsupported", `\`${site.name}\` is evaluated for plain shapes of distinct places only`);
  }
  return shapes === "invalid" ? undefined : shapes;
}

export function pointJson(place: Vector): Dynamic {
  const { longitude, latitude } = placeAt(place);
  return geoJson("Point", pair(longitude, latitude));
}

/** The place of some edges that is nearest; refused where several are. */
export function nearestIn(edges: readonly Edge[], place: Vector, site: CallSite): Nearest {
  return (
    nearestOf(edges, place) ?? site.refuse("unsupported", "which of several equally near places is closest is not told")
  );
}
