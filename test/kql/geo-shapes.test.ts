/** Predicates on the sphere against the plane, which agree in small shapes at the equator; and S2 cells against their tokens. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { crossingOf, distanceTo, type Edge, nearestOn, sideOf } from "../../src/kql/geo/edges";
import { isInside, ringOf } from "../../src/kql/geo/ring";
import { s2CellAt, s2CellOf, s2Center, s2TokenOf } from "../../src/kql/geo/s2-cell";
import { placeAt, vectorOf } from "../../src/kql/geo/sphere";

/** Whole steps of a small grid: three of its places lie on one arc only where they do on the map. */
const step = fc.integer({ min: -50, max: 50 });
const flat = fc.tuple(step, step);
const SIZE = 1e-4;
type Flat = readonly [x: number, y: number];

const onGlobe = ([x, y]: Flat) => vectorOf({ longitude: 12.3 + x * SIZE, latitude: y * SIZE });
const area = (a: Flat, b: Flat, c: Flat) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
const OPTIONS = { numRuns: 300, seed: 7 };

test("a place is on the side of an edge on which it is on the map", () => {
  fc.assert(
    fc.property(flat, flat, flat, (a, b, c) => {
      if (area(a, b, c) === 0) return;
      expect(sideOf([onGlobe(a), onGlobe(b)], onGlobe(c))).toBe(Math.sign(area(a, b, c)));
    }),
    OPTIONS,
  );
});

test("edges cross where they do on the map, whichever is named first", () => {
  fc.assert(
    fc.property(flat, flat, flat, flat, (a, b, c, d) => {
      const sides = [area(a, b, c), area(a, b, d), area(c, d, a), area(c, d, b)].map(Math.sign);
      if (sides.includes(0)) return;
      const [one, two]: [Edge, Edge] = [
        [onGlobe(a), onGlobe(b)],
        [onGlobe(c), onGlobe(d)],
      ];
      const isCrossing = sides[0] !== sides[1] && sides[2] !== sides[3];
      expect(crossingOf(one, two)).toBe(isCrossing ? "cross" : "apart");
      expect(crossingOf(two, one)).toBe(crossingOf(one, two));
    }),
    OPTIONS,
  );
});

test("a place is in a triangle where it is on the map", () => {
  fc.assert(
    fc.property(flat, flat, flat, flat, (a, b, c, place) => {
      const ring = ringOf([a, b, c].map(onGlobe));
      const sides = [area(a, b, place), area(b, c, place), area(c, a, place)].map(Math.sign);
      if (area(a, b, c) === 0 || sides.includes(0) || !ring) return;
      expect(isInside(ring, onGlobe(place))).toBe(new Set(sides).size === 1);
    }),
    OPTIONS,
  );
});

test("no place of an edge is nearer than the nearest", () => {
  fc.assert(
    fc.property(flat, flat, flat, (a, b, place) => {
      if (a.join() === b.join()) return;
      const edge: Edge = [onGlobe(a), onGlobe(b)];
      const least = distanceTo(edge, onGlobe(place));
      const found = nearestOn(edge, onGlobe(place));
      expect(distanceTo([found, edge[0]], onGlobe(place))).toBeGreaterThan(least - 1e-12);
      expect(least).toBeLessThanOrEqual(Math.min(...edge.map((end) => distanceTo([end, end], onGlobe(place)))) + 1e-12);
    }),
    OPTIONS,
  );
});

test("an S2 cell's token names it, and its centre is in it", () => {
  const place = fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 28 }), (point, level) => {
      const cell = s2CellAt(point, level);
      if (!cell) return;
      expect(s2CellOf(s2TokenOf(cell))).toEqual(cell);
      expect(s2CellAt(placeAt(vectorOf(s2Center(cell))), level)).toEqual(cell);
    }),
    OPTIONS,
  );
});
