/** Parameters in a query: a prelude of `let` statements before it, one line each, in the order of the document. */

import type { Json } from "../../plan";
import { kqlLiteral } from "./kql-literal";
import type { Parameter } from "./parameter-value";

/** The prelude's text, with its line ends; empty without parameters. The query follows it unchanged. */
export function prelude(
  parameters: Readonly<Record<string, Parameter>>,
  values: Readonly<Record<string, Json>>,
): string {
  return Object.entries(parameters)
    .map(([name, { type }]) => `let ${name} = ${kqlLiteral(type, values[name] ?? null)};\n`)
    .join("");
}
