/** Property values as the monitor shows them: plain JSON in which secrets, unknowns and references keep their mark. */

import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { protocol } from "./protocol";

/** JSON with three marks: `{ "pulumi:secret": value }`, `{ "pulumi:unknown": true }`, `{ "pulumi:resource": urn }`. */
export type PropertyValue =
  | null
  | boolean
  | number
  | string
  | readonly PropertyValue[]
  | { readonly [key: string]: PropertyValue };

export interface PropertyMap {
  readonly [key: string]: PropertyValue;
}

/** What a preview cannot know yet. */
export const unknownProperty: PropertyValue = { "pulumi:unknown": true };

/** A value that Pulumi encrypts in its state and hides in its output. */
export function secretProperty(value: PropertyValue): PropertyValue {
  return { "pulumi:secret": value };
}

export function propertiesOf(struct: Struct | undefined): PropertyMap {
  return mapped((struct?.toJavaScript() ?? {}) as PropertyMap, decoded);
}

export function structOf(properties: PropertyMap): Struct {
  return protocol().Struct.fromJavaScript(mapped(properties, encoded) as WireMap);
}

function decoded(value: PropertyValue): PropertyValue {
  if (value === UNKNOWN_TEXT) return unknownProperty;
  if (isList(value)) return value.map(decoded);
  if (value === null || typeof value !== "object") return value;
  switch (value[SIGNATURE_KEY]) {
    case SECRET_SIGNATURE:
      return secretProperty(decoded(value.value ?? null));
    case RESOURCE_SIGNATURE:
      return { "pulumi:resource": decoded(value.urn ?? null) };
    case OUTPUT_SIGNATURE: {
      const inner = value.value === undefined ? unknownProperty : decoded(value.value);
      return value.secret === true ? secretProperty(inner) : inner;
    }
    default:
      return mapped(value, decoded);
  }
}

function encoded(value: PropertyValue): PropertyValue {
  if (isList(value)) return value.map(encoded);
  if (value === null || typeof value !== "object") return value;
  if (value["pulumi:unknown"] === true) return UNKNOWN_TEXT;
  const secret = value["pulumi:secret"];
  if (secret !== undefined) return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: encoded(secret) };
  return mapped(value, encoded);
}

function mapped(properties: PropertyMap, change: (value: PropertyValue) => PropertyValue): PropertyMap {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]));
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

type WireMap = Parameters<typeof Struct.fromJavaScript>[0];

/** Marks of the wire format. Source: @pulumi/pulumi 3.248.0, runtime/rpc.js, read 2026-11-24. */
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
