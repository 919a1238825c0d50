/** Edges between places on the sphere: shortest arcs of great circles. Which side, crossing or apart, how far. Angles in radians. */

import { cross, dot, type Vector } from "./sphere";

export type Edge = readonly [from: Vector, to: Vector];

export const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const difference = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const length = (a: Vector) => Math.sqrt(dot(a, a));
export const unit = (a: Vector): Vector => scaled(a, 1 / length(a));

/** Upright on the plane of an edge, exact also for short edges; twice the plain product. */
const uprightOn = ([from, to]: Edge): Vector => cross(difference(from, to), sum(from, to));

/** Between two places, exact also for near ones. */
export function angleOf(edge: Edge): number {
  return Math.atan2(length(uprightOn(edge)) / 2, dot(...edge));
}

/** Places carry errors of rounding: what is nearer to an edge's great circle than this is not on either side. */
const ROUNDING = 1e-15;
/** As near as this is touching; six micrometres. */
const NEAR = 1e-12;

/** 1 to the left of an edge, -1 to the right, 0 where rounding would decide. */
export function sideOf([from, to]: Edge, place: Vector): -1 | 0 | 1 {
  const [one, two] = [difference(from, place), difference(to, place)];
  const volume = dot(cross(one, two), place);
  if (Math.abs(volume) <= ROUNDING * (length(one) + length(two))) return 0;
  return volume > 0 ? 1 : -1;
}

/** `touch`: at an end, along one another, or so near that rounding would decide. */
export function crossingOf(one: Edge, two: Edge): "cross" | "apart" | "touch" {
  const [start, end] = [sideOf(one, two[0]), sideOf(one, two[1])];
  if (start * end > 0) return "apart";
  const [from, to] = [sideOf(two, one[0]), sideOf(two, one[1])];
  if (from * to > 0) return "apart";
  if (start * end * from * to === 0) return endsDistance(one, two) > NEAR ? "apart" : "touch";
  // Otherwise the great circles cross on one edge and, on the other side of the Earth, on the other.
  return start * from < 0 ? "cross" : "apart";
}

/** Whether edges that touch lie along one another. */
export function isAlong(one: Edge, two: Edge): boolean {
  return sideOf(one, two[0]) === 0 && sideOf(one, two[1]) === 0;
}

function endsDistance(one: Edge, two: Edge): number {
  return Math.min(...two.map((end) => distanceTo(one, end)), ...one.map((end) => distanceTo(two, end)));
}

/** Undefined where the nearest place of an edge is one of its ends. */
function footOn(edge: Edge, place: Vector): { readonly upright: Vector; readonly height: number } | undefined {
  const upright = uprightOn(edge);
  const size = length(upright);
  if (size === 0 || dot(cross(upright, edge[0]), place) <= 0 || dot(cross(edge[1], upright), place) <= 0) {
    return undefined;
  }
  const direction = scaled(upright, 1 / size);
  const near = angleOf([place, edge[0]]) < angleOf([place, edge[1]]) ? edge[0] : edge[1];
  return { upright: direction, height: dot(difference(place, near), direction) };
}

/** From a place to the nearest of an edge. */
export function distanceTo(edge: Edge, place: Vector): number {
  const foot = footOn(edge, place);
  if (foot) return Math.asin(Math.min(1, Math.abs(foot.height)));
  return Math.min(angleOf([place, edge[0]]), angleOf([place, edge[1]]));
}

export function nearestOn(edge: Edge, place: Vector): Vector {
  const foot = footOn(edge, place);
  if (foot) return unit(difference(place, scaled(foot.upright, foot.height)));
  return angleOf([place, edge[0]]) <= angleOf([place, edge[1]]) ? edge[0] : edge[1];
}

/** The place of an edge at an angle from its start. */
export function placeOn([from, to]: Edge, angle: number): Vector {
  const ahead = unit(cross(uprightOn([from, to]), from));
  return unit(sum(scaled(from, Math.cos(angle)), scaled(ahead, Math.sin(angle))));
}

/** Where two edges that cross do so. */
export function crossingPlace(one: Edge, two: Edge): Vector {
  const place = unit(cross(unit(uprightOn(one)), unit(uprightOn(two))));
  return dot(place, sum(sum(one[0], one[1]), sum(two[0], two[1]))) >= 0 ? place : scaled(place, -1);
}
