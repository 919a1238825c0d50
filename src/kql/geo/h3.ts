/** H3 cells (https://h3geo.org, read 2026-11-26) by their tokens; the library is loaded at the first use. */

import type * as Library from "h3-js";
import type { Place } from "./sphere";

let loaded: typeof Library | undefined;

/** Half a megabyte that few queries need. */
function library(): typeof Library {
  loaded ??= require("h3-js") as typeof Library;
  return loaded;
}

export const RESOLUTION_MAX = 15;

/** Of a token that is read one way only. */
export interface H3Cell {
  readonly token: string;
  readonly resolution: number;
  readonly isPentagon: boolean;
}

const TOKEN = /^8[0-9a-f]{14}$/;
/** What readers of hexadecimal numbers may take: a sign, a prefix, capitals, zeros before it, and text behind it. */
const PERHAPS_A_TOKEN = /^\s*[+-]?(?:0x)?0*(8[0-9a-f]{14})(?![0-9a-f])/i;

/** `unclear`: another way of writing a cell, of which no page tells whether the engine takes it. Undefined: no cell. */
export function h3CellOf(token: string): H3Cell | "unclear" | undefined {
  const { isValidCell, getResolution, isPentagon } = library();
  if (!TOKEN.test(token)) {
    const perhaps = PERHAPS_A_TOKEN.exec(token)?.[1]?.toLowerCase();
    return perhaps !== undefined && isValidCell(perhaps) ? "unclear" : undefined;
  }
  return isValidCell(token) ? { token, resolution: getResolution(token), isPentagon: isPentagon(token) } : undefined;
}

export function h3CellAt({ longitude, latitude }: Place, resolution: number): string {
  return library().latLngToCell(latitude, longitude, resolution);
}

export function h3Center({ token }: H3Cell): Place {
  const [latitude, longitude] = library().cellToLatLng(token);
  return { longitude, latitude };
}

/** Corners, the first one again at the end. */
export function h3Boundary({ token }: H3Cell): readonly Place[] {
  return library()
    .cellToBoundary(token, true)
    .map(([longitude, latitude]) => ({ longitude, latitude }));
}

export function h3Parent({ token }: H3Cell, resolution: number): string {
  return library().cellToParent(token, resolution);
}

export function h3Children({ token }: H3Cell, resolution: number): readonly string[] {
  return library().cellToChildren(token, resolution);
}

/** The cell, its neighbours, theirs, and so on; undefined where a pentagon is among them, which leaves the order open. */
export function h3Rings({ token }: H3Cell, distance: number): readonly (readonly string[])[] | undefined {
  const { gridDiskDistances, isPentagon } = library();
  const rings = gridDiskDistances(token, distance);
  return rings.some((ring) => ring.some((each) => isPentagon(each))) ? undefined : rings;
}
