/** A query's program, or what stands in the way, one line each. */

import { sourceText } from "../../src/diagnostics";
import { checkQuery } from "../../src/kql/check";
import type { Program } from "../../src/kql/run";

export type Lowered = { readonly program: Program } | { readonly problems: readonly string[] };

export function boundProgram(query: string): Lowered {
  const { diagnostics, refusals, program } = checkQuery(sourceText("query", query));
  const errors = [...diagnostics, ...refusals].filter(({ severity }) => severity === "error");
  return errors.length > 0 || !program
    ? { problems: errors.map(({ code, message }) => `${code} ${message}`) }
    : { program };
}
