/** The Earth as a sphere, as the engine measures it: points, distances, directions. Longitude comes first; all in degrees. */

/** Metres. Fits the recorded distances to all digits; it is the mean radius that S2 uses. */
export const EARTH_RADIUS_METERS = 6_371_010;

export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** Undefined where a coordinate is out of its range. */
export function placeOf(longitude: number, latitude: number): Place | undefined {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? { longitude, latitude } : undefined;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** In this order of operations recorded latitudes fit to the last digit where sines are rounded correctly; here they may be one digit off. */
const degrees = (angle: number) => (180 / Math.PI) * angle;

/** Along the great circle, in metres. */
export function distanceMeters(from: Place, to: Place): number {
  const [first, second] = [radians(from.latitude), radians(to.latitude)];
  const latitudes = Math.sin((second - first) / 2) ** 2;
  const longitudes = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return (
    2 *
    Math.asin(Math.min(1, Math.sqrt(latitudes + Math.cos(first) * Math.cos(second) * longitudes))) *
    EARTH_RADIUS_METERS
  );
}

/** Clockwise from north, in radians, from -π to π. */
export function azimuth(from: Place, to: Place): number {
  const [first, second] = [radians(from.latitude), radians(to.latitude)];
  const turn = radians(to.longitude - from.longitude);
  const y = Math.sin(turn) * Math.cos(second);
  const x = Math.cos(first) * Math.sin(second) - Math.sin(first) * Math.cos(second) * Math.cos(turn);
  return Math.atan2(y, x);
}

export type Vector = readonly [number, number, number];

/** From the centre of the Earth, as long as its radius. */
export function vectorOf({ longitude, latitude }: Place): Vector {
  const [lng, lat] = [radians(longitude), radians(latitude)];
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)];
}

/** The place that a vector of any length points at. */
export function placeAt([x, y, z]: Vector): Place {
  return { longitude: degrees(Math.atan2(y, x)), latitude: degrees(Math.atan2(z, Math.sqrt(x * x + y * y))) };
}

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Between the sides that meet at the middle place, in radians, from 0 to π. */
export function angleAt(first: Place, middle: Place, last: Place): number {
  const at = vectorOf(middle);
  const [one, two] = [cross(vectorOf(first), at), cross(vectorOf(last), at)];
  const sine = cross(one, two);
  return Math.atan2(Math.sqrt(dot(sine, sine)), dot(one, two));
}
