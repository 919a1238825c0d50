/**
 * S2 cells: the faces of a cube around the Earth, halved in both directions level by level, in the order of a Hilbert curve.
 * Definition: https://s2geometry.io/devguide/s2cell_hierarchy and s2/s2coords.h of https://github.com/google/s2geometry, read 2026-11-26.
 */

import { type Place, placeAt, type Vector, vectorOf } from "./sphere";

export const LEVEL_MAX = 30;

/** Cells of the last level along an edge of a face. */
const SIZE = 2 ** LEVEL_MAX;

/** Which quarter of a cell comes at a place of the curve, two bits (east, north), by the curve's orientation. */
const QUARTERS = [
  [0, 1, 3, 2],
  [0, 2, 3, 1],
  [3, 2, 0, 1],
  [3, 1, 0, 2],
] as const;
/** What the place of the curve does to the orientation. */
const TURNS = [1, 0, 0, 3] as const;

export interface S2Cell {
  readonly face: number;
  readonly level: number;
  /** Corner with the lowest coordinates, in cells of the last level. */
  readonly i: number;
  readonly j: number;
}

/** A cell's share of coordinate, from 0 to 1, against what is projected to the cube, from -1 to 1. */
const projected = (s: number) => (s >= 0.5 ? (4 * s * s - 1) / 3 : (1 - 4 * (1 - s) * (1 - s)) / 3);
const unprojected = (u: number) => (u >= 0 ? 0.5 * Math.sqrt(1 + 3 * u) : 1 - 0.5 * Math.sqrt(1 - 3 * u));

/** On the cube: the face, and where on it. */
function facePlaceOf([x, y, z]: Vector): readonly [face: number, u: number, v: number] {
  const [left, up, out] = [Math.abs(x), Math.abs(y), Math.abs(z)];
  if (left > up && left > out) return x > 0 ? [0, y / x, z / x] : [3, z / x, y / x];
  if (left <= up && up > out) return y > 0 ? [1, -x / y, z / y] : [4, z / y, -x / y];
  return z > 0 ? [2, -x / z, -y / z] : [5, -y / z, -x / z];
}

const FACE_VECTORS: readonly ((u: number, v: number) => Vector)[] = [
  (u, v) => [1, u, v],
  (u, v) => [-u, 1, v],
  (u, v) => [-u, -v, 1],
  (u, v) => [-1, -v, -u],
  (u, v) => [v, -1, -u],
  (u, v) => [v, u, -1],
];

/** Share of a cell of the last level: a point as near to a border may be on either side, by how sines are rounded. */
const BORDER = 1e-6;

/** The cell of a level that holds a point; undefined where the point is so near to a border that rounding decides. */
export function s2CellAt(place: Place, level: number): S2Cell | undefined {
  const vector = vectorOf(place);
  const [most = 0, second = 0] = vector.map(Math.abs).sort((a, b) => b - a);
  if (most - second < 1e-14) return undefined;
  const [face, u, v] = facePlaceOf(vector);
  const size = 2 ** (LEVEL_MAX - level);
  const corner = (at: number): number | undefined => {
    const exact = unprojected(at) * SIZE;
    const isOnBorder = at !== 0 && Math.abs(exact / size - Math.round(exact / size)) * size < BORDER;
    return isOnBorder ? undefined : Math.min(Math.floor(exact / size) * size, SIZE - size);
  };
  const [i, j] = [corner(u), corner(v)];
  return i === undefined || j === undefined ? undefined : { face, level, i, j };
}

export function s2TokenOf({ face, level, i, j }: S2Cell): string {
  let orientation = face % 2;
  let id = BigInt(face);
  for (let bit = 0; bit < level; bit++) {
    const size = 2 ** (LEVEL_MAX - 1 - bit);
    const quarter = (Math.floor(i / size) % 2) * 2 + (Math.floor(j / size) % 2);
    const place = (QUARTERS[orientation] as readonly number[]).indexOf(quarter);
    id = id * 4n + BigInt(place);
    orientation ^= TURNS[place] ?? 0;
  }
  const bits = (id * 2n + 1n) << BigInt(2 * (LEVEL_MAX - level));
  return bits.toString(16).padStart(16, "0").replace(/0+$/, "");
}

const TOKEN = /^[0-9a-f]{1,16}$/;
const FACES = 6;
const ID_BITS = 64;

/** `unclear`: in capitals, of which no page tells whether the engine takes them. Undefined: no cell. */
export function s2CellOf(token: string): S2Cell | "unclear" | undefined {
  if (!TOKEN.test(token)) return TOKEN.test(token.trim().toLowerCase()) ? "unclear" : undefined;
  const bits = BigInt(`0x${token.padEnd(16, "0")}`)
    .toString(2)
    .padStart(ID_BITS, "0");
  const face = Number.parseInt(bits.slice(0, 3), 2);
  const last = bits.lastIndexOf("1");
  if (face >= FACES || last < 3 || last % 2 === 0) return undefined;
  const level = (last - 3) / 2;
  let [orientation, i, j] = [face % 2, 0, 0];
  for (let step = 0; step < level; step++) {
    const place = Number.parseInt(bits.slice(3 + 2 * step, 5 + 2 * step), 2);
    const quarter = QUARTERS[orientation]?.[place] ?? 0;
    i = 2 * i + (quarter >> 1);
    j = 2 * j + (quarter & 1);
    orientation ^= TURNS[place] ?? 0;
  }
  const size = 2 ** (LEVEL_MAX - level);
  return { face, level, i: i * size, j: j * size };
}

function placeOn(face: number, i: number, j: number): Place {
  return placeAt((FACE_VECTORS[face] as (u: number, v: number) => Vector)(projected(i / SIZE), projected(j / SIZE)));
}

/** In the middle of the cell's coordinates. */
export function s2Center({ face, level, i, j }: S2Cell): Place {
  const half = 2 ** (LEVEL_MAX - level) / 2;
  return placeOn(face, i + half, j + half);
}

/** Corners, the first one again at the end. */
export function s2Boundary({ face, level, i, j }: S2Cell): readonly Place[] {
  const size = 2 ** (LEVEL_MAX - level);
  const corners = [
    [i, j],
    [i + size, j],
    [i + size, j + size],
    [i, j + size],
    [i, j],
  ] as const;
  return corners.map(([at, up]) => placeOn(face, at, up));
}
