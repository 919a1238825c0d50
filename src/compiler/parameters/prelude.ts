/** Parameters in a query: a prelude of `let` statements before it, one line each, in the order of the document. */

import type { Span } from "../../diagnostics";
import { pointerStep } from "../../documents";
import type { Json } from "../../plan";
import { madePart, type QueryPart } from "../queries/query-text";
import { kqlLiteral } from "./kql-literal";
import type { Parameter } from "./parameter-value";

export interface PreludeLine extends QueryPart {
  readonly name: string;
}

/** The prelude's lines, with their line ends; none without parameters. The query follows it unchanged. */
export function prelude(
  parameters: Readonly<Record<string, Parameter>>,
  values: Readonly<Record<string, Json>>,
  at: (pointer: string, part?: "key" | "value") => Span,
): readonly PreludeLine[] {
  return Object.entries(parameters).map(([name, { type }]) => ({
    name,
    ...madePart(`let ${name} = ${kqlLiteral(type, values[name] ?? null)};\n`, "prelude", () =>
      at(`/parameters${pointerStep(name)}`, "key"),
    ),
  }));
}
