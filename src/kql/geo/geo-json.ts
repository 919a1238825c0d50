/** GeoJSON as the engine writes it: a bag of a type and its coordinates, longitude first, numbers as reals. */

import { type Dynamic, dynamicReal } from "../values/value";

export const geoJson = (type: string, coordinates: Dynamic): Dynamic =>
  new Map<string, Dynamic>([
    ["type", type],
    ["coordinates", coordinates],
  ]);

export const pair = (longitude: number, latitude: number): Dynamic => [dynamicReal(longitude), dynamicReal(latitude)];
