/** Geohashes: cells of the Earth's surface named by letters. The common definition; recorded and documented hashes fit. */

import type { Place } from "./sphere";

const LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz";
const LETTER_BITS = 5;

/** Longest hash. Source: https://learn.microsoft.com/kusto/query/geo-point-to-geohash-function, read 2026-11-25. */
export const GEOHASH_LENGTH_MAX = 18;

export interface Cell {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Bits take halves of longitudes and latitudes in turn, longitudes first. */
export function geohashOf({ longitude, latitude }: Place, length: number): string {
  let [west, east, south, north] = [-180, 180, -90, 90];
  let hash = "";
  for (let letter = 0; letter < length; letter++) {
    let bits = 0;
    for (let bit = 0; bit < LETTER_BITS; bit++) {
      const isLongitude = (letter * LETTER_BITS + bit) % 2 === 0;
      const middle = isLongitude ? (west + east) / 2 : (south + north) / 2;
      const isUpper = (isLongitude ? longitude : latitude) >= middle;
      bits = bits * 2 + (isUpper ? 1 : 0);
      if (isLongitude) [west, east] = isUpper ? [middle, east] : [west, middle];
      else [south, north] = isUpper ? [middle, north] : [south, middle];
    }
    hash += LETTERS[bits] ?? "";
  }
  return hash;
}

/** Undefined where the text is no hash. */
export function cellOf(hash: string): Cell | undefined {
  const codes = [...hash].map((letter) => LETTERS.indexOf(letter));
  if (codes.length === 0 || codes.length > GEOHASH_LENGTH_MAX || codes.includes(-1)) return undefined;
  let [west, east, south, north] = [-180, 180, -90, 90];
  const bits = codes.map((code) => code.toString(2).padStart(LETTER_BITS, "0")).join("");
  for (const [index, bit] of [...bits].entries()) {
    const isUpper = bit === "1";
    if (index % 2 === 0) {
      const middle = (west + east) / 2;
      [west, east] = isUpper ? [middle, east] : [west, middle];
    } else {
      const middle = (south + north) / 2;
      [south, north] = isUpper ? [middle, north] : [south, middle];
    }
  }
  return { west, east, south, north };
}
