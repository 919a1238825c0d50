/** Kinds whose content is an object of Microsoft Graph: pasted as it is exported, with picket's own keys beside. */

import { type TObject, type TProperties, Type } from "typebox";
import { isAnnotation, readShape } from "../../access/check";
import type { Parsed } from "../../diagnostics";
import { shapeErrors } from "../shape/shape-errors";
import { anything, map, oneOf, optional } from "../shape/words";
import { type Descriptions, WRITTEN_BY_SERVICE } from "./graph-descriptions";
import { commonKeys, type ReadBody } from "./kind";

interface GraphKind<Own extends TProperties> {
  readonly kind: string;
  readonly description: string;
  /** The shape of Graph's object, from the language room. */
  readonly graph: TObject;
  /** What its keys mean. */
  readonly keys: Descriptions;
  /** Picket's keys beside those that every document may have. */
  readonly own: Own;
}

/** The whole shape, for editors and for the types. */
export function graphShape<Own extends TProperties>({ kind, description, graph, keys: words, own }: GraphKind<Own>) {
  const described = Object.entries(graph.properties).map(([key, schema]): [string, typeof schema] => [
    key,
    { ...schema, description: words[key] ?? WRITTEN_BY_SERVICE },
  ]);
  const keys = { kind: optional(oneOf([kind], `The kind of document: ${kind}.`)), ...commonKeys, ...own };
  return Type.Object({ ...Object.fromEntries(described), ...keys }, { additionalProperties: false, description });
}

/**
 * Reads picket's keys by their shape and Graph's by the language's reader, which takes keys and values in any case and knows what only the
 * service writes. Annotations (`@odata.context`) say nothing.
 */
export function graphReader<Own extends TProperties>({ kind, graph, own }: GraphKind<Own>): ReadBody {
  const picket = { kind: optional(oneOf([kind], kind)), ...commonKeys, ...own };
  const names = Object.keys(graph.properties);
  const outline = map(
    { ...picket, ...Object.fromEntries(names.map((name) => [name, optional(anything(name))])) },
    "The keys of both.",
  );
  const isOwn = (key: string) => Object.hasOwn(picket, key);
  const isGraphs = (key: string) => names.some((name) => name.toLowerCase() === key.toLowerCase());
  return (body): Parsed<Readonly<Record<string, unknown>>> => {
    const entries = Object.entries(body).filter(
      ([key, value]) => isOwn(key) || isGraphs(key) || !isAnnotation(key, value),
    );
    const foreign = entries.filter(([key]) => isOwn(key) || !isGraphs(key));
    const found = shapeErrors(outline, Object.fromEntries(foreign), { foreignKeys: "refuse" });
    const pasted = Object.fromEntries(entries.filter(([key]) => !isOwn(key) && isGraphs(key)));
    const read = readShape<Readonly<Record<string, unknown>>>(graph, pasted);
    const kept = Object.fromEntries(entries.filter(([key]) => isOwn(key)));
    return { value: { ...read.value, ...kept }, diagnostics: [...found, ...read.diagnostics] };
  };
}
