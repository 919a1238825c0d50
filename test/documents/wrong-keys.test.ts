/** Every key of every kind, wrong once: one clear error at its value, never a cascade. Generated from the shapes. */

import { describe, expect, test } from "vitest";
import { sourceText } from "../../src/diagnostics";
import { kinds, readDocuments } from "../../src/documents";

/** A shape as plain JSON Schema. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: boolean | Shape;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly format?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  /** Of Graph's objects: several values in one text, and what only the service writes. */
  readonly commaList?: readonly string[];
  readonly readOnly?: boolean;
}

type Path = readonly string[];

/** A value that has each format. */
const FORMATTED: Readonly<Record<string, string>> = {
  slug: "a-b",
  guid: "83ba3057-9ea3-4759-bf6a-933f2e5bc7ee",
  duration: "1h",
  date: "2027-03-31",
  identifier: "Abc",
  watchlistAlias: "Abc",
  cidr: "192.0.2.0/24",
  datetime: "2027-03-31T12:00:00Z",
};

const WRONG = "wrong 9731!";

/** A right value, with only the keys that it must have, and those on the way to `path`. */
function rightValue(shape: Shape, path: Path): unknown {
  const [step, ...rest] = path;
  if (shape.enum) return shape.enum[0];
  if (shape.commaList) return shape.commaList[0];
  if (shape.anyOf) return rightValue(shape.anyOf[0] ?? {}, path);
  if (shape.type === "array") {
    const isEmpty = step === undefined && (shape.minItems ?? 0) === 0;
    return isEmpty ? [] : [rightValue(shape.items ?? {}, rest)];
  }
  if (shape.type === "object") {
    const { properties = {}, additionalProperties: any } = shape;
    const keys = Object.keys(properties).filter((key) => shape.required?.includes(key) || key === step);
    const entries = keys.map((key) => [key, rightValue(properties[key] ?? {}, key === step ? rest : [])]);
    if (typeof any === "object" && step !== undefined) entries.push([step, rightValue(any, rest)]);
    return Object.fromEntries(entries);
  }
  if (shape.type === "boolean") return true;
  if (shape.type === "integer" || shape.type === "number") return shape.minimum ?? 1;
  return FORMATTED[shape.format ?? ""] ?? "text";
}

/** Paths of all keys below a shape, with the shape of each. */
function keysOf(shape: Shape, path: Path = []): readonly (readonly [Path, Shape])[] {
  const own: readonly (readonly [string, Shape])[] = [
    ...Object.entries(shape.properties ?? {}),
    ...(typeof shape.additionalProperties === "object" ? [["Any", shape.additionalProperties] as const] : []),
    ...(shape.items ? [["0", shape.items] as const] : []),
  ];
  return own.flatMap(([key, each]) => [[[...path, key], each] as const, ...keysOf(each, [...path, key])]);
}

function wrongValues(shape: Shape): readonly unknown[] {
  // A value that has the type of none of the shapes.
  if (shape.anyOf) {
    const values = { string: WRONG, array: [WRONG], object: { [WRONG]: 1 } };
    return Object.entries(values).flatMap(([type, value]) =>
      shape.anyOf?.some((each) => each.type === type) ? [] : [value],
    );
  }
  if (shape.enum || shape.format || shape.commaList) return [WRONG, [WRONG]];
  if (shape.type === undefined) return [];
  return [shape.type === "string" ? [WRONG] : WRONG, { [WRONG]: 1 }].filter(
    (value) => !(shape.type === "object" && typeof value === "object"),
  );
}

function withValue(document: unknown, path: Path, value: unknown): unknown {
  const [step = "", ...rest] = path;
  if (path.length === 0) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(document)
    ? [...document]
    : { ...(document as Record<string, unknown>) };
  const at = copy as Record<string, unknown>;
  at[step] = withValue(at[step], rest, value);
  return copy;
}

/** Graph's objects: a key may be null, which is absent, and what only the service writes may be anything. */
function withoutNullable(shape: Shape): Shape {
  const present = shape.anyOf?.filter(({ type }) => type !== "null");
  const [only, ...others] = present ?? [];
  if (only && others.length === 0) return withoutNullable(only);
  const entries = Object.entries(shape.properties ?? {}).filter(([, { readOnly }]) => !readOnly);
  return {
    ...shape,
    ...(shape.properties
      ? { properties: Object.fromEntries(entries.map(([key, each]) => [key, withoutNullable(each)])) }
      : {}),
    ...(shape.items ? { items: withoutNullable(shape.items) } : {}),
  };
}

const tried = kinds.map(
  (each) =>
    [each.kind, each.read ? withoutNullable(each.shape as Shape) : (each.shape as Shape), each.identity] as const,
);

describe.each(tried)("%s", (kind, shape, identity) => {
  const base = { ...(rightValue(shape, []) as object), kind, ...(identity === "name" ? {} : { key: "a-b" }) };
  const cases = keysOf(shape).flatMap(([path, each]) =>
    wrongValues(each).map((wrong) => [`${path.join(".")}: ${JSON.stringify(wrong)}`, path, wrong] as const),
  );

  test("the document that is made wrong is right", () => {
    expect(readDocuments(sourceText("a.yaml", JSON.stringify(base))).diagnostics).toEqual([]);
  });

  test.each(cases.filter(([, path]) => path[0] !== "kind"))("%s", (_, path, wrong) => {
    const right = { ...(rightValue(shape, path) as object), ...base };
    const whole = { ...right, ...(path[0] ? { [path[0]]: (rightValue(shape, path) as never)[path[0]] } : {}) };
    const text = JSON.stringify(withValue(whole, path, wrong));
    const found = readDocuments(sourceText("a.yaml", text)).diagnostics;
    expect(found.map(({ code, severity, at }) => [code.slice(0, 6), severity, at?.start])).toEqual([
      [expect.stringMatching(/^PKT(102|300)$/), "error", text.indexOf(JSON.stringify(wrong))],
    ]);
  });

  // Graph's values are read in any case, as its API does.
  const reads = kinds.find((each) => each.kind === kind)?.read !== undefined;
  const names = keysOf(shape).filter(([path]) => path[0] !== "kind" && !reads);
  const named = names.flatMap(([path, each]) => inOtherCase(each).map((pair) => [path, ...pair] as const));
  test("a name in another case is told its own spelling", () => {
    for (const [path, wrong, right] of named) {
      const whole = { ...base, ...(path[0] ? { [path[0]]: (rightValue(shape, path) as never)[path[0]] } : {}) };
      const text = JSON.stringify(withValue(whole, path, wrong));
      const [first, ...others] = readDocuments(sourceText("a.yaml", text)).diagnostics;
      expect([path.join("."), first?.severity, first?.help, others]).toEqual([
        path.join("."),
        "error",
        expect.stringContaining(`did you mean \`${right}\``),
        [],
      ]);
    }
  });
});

/** Each name that a value may have, spelt in a case that none has. */
function inOtherCase({ enum: own, anyOf = [] }: Shape): readonly (readonly [wrong: string, right: string])[] {
  const names = [...(own ?? []), ...anyOf.flatMap((each) => each.enum ?? [])].map(String);
  return names.flatMap((name) => {
    const wrong = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    return names.includes(wrong) ? [] : [[wrong, name] as const];
  });
}
