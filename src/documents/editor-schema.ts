/** JSON Schemas for editors: one for each kind, and one that chooses by `kind` or by the keys of a file without it. */

import type { KindDefinition } from "./kinds/kind";
import { kinds } from "./kinds/kinds";

type Schema = Readonly<Record<string, unknown>>;

const DRAFT = "http://json-schema.org/draft-07/schema#";

/** File names (without a folder) and schemas. */
export function editorSchemas(): ReadonlyMap<string, Schema> {
  const own = kinds.map((kind): readonly [string, Schema] => [`${kind.kind}.json`, kindSchema(kind)]);
  return new Map([["document.json", documentSchema()], ...own]);
}

function kindSchema({ kind, shape, description }: KindDefinition): Schema {
  return { $schema: DRAFT, title: kind, description, ...forEditors(shape) };
}

/** Files without `kind` are recognised as in read-documents.ts. */
function documentSchema(): Schema {
  const named = kinds.map(({ kind }) => ({
    if: { required: ["kind"], properties: { kind: { const: kind } } },
    then: { $ref: `${kind}.json` },
  }));
  const without = {
    if: { not: { required: ["kind"] } },
    then: {
      if: { required: ["queryFrequency"] },
      then: { $ref: "Scheduled.json" },
      else: {
        if: { anyOf: [{ required: ["grantControls"] }, { required: ["sessionControls"] }] },
        then: { $ref: "ConditionalAccessPolicy.json" },
        else: { $ref: "HuntingQuery.json" },
      },
    },
  };
  return {
    $schema: DRAFT,
    title: "A picket document",
    type: "object",
    properties: { kind: { enum: kinds.map(({ kind }) => kind), description: "The kind of document." } },
    allOf: [...named, without],
  };
}

/** Editors do not know picket's own formats and keywords: they are left out. */
function forEditors(schema: unknown): Schema {
  return plain(schema) as Schema;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([key, each]) => !isOwnKeyword(key, each));
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}

/** A property of a document may bear such a name too; its value is then a schema. */
function isOwnKeyword(key: string, value: unknown): boolean {
  if (key === "commaList") return true;
  return ["format", "expected", "isQuiet", "isReference"].includes(key) && typeof value !== "object";
}
