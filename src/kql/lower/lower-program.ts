/** A bound query to a program, with all reasons why it can't be run. */

import { PROGRAM_VERSION, type Program } from "../ir/program";
import type { KustoNode } from "../kusto/node";
import { lowerScalarNode } from "./scalar";
import { type NamedColumns, newParts, type ProgramParts, topScope } from "./scope";
import { lowerQuery, lowerStatement } from "./statements";
import { lowerTabularNode } from "./tabular";

export interface LoweredQuery {
  readonly program: Program;
  readonly parts: ProgramParts;
}

/** The program is of use only when `parts.problems` is empty. */
export function lowerProgram(root: KustoNode, databaseTables: readonly NamedColumns[]): LoweredQuery {
  const parts = newParts(databaseTables);
  const lowering = { scalar: lowerScalarNode, tabular: lowerTabularNode, statement: lowerStatement };
  const result = lowerQuery(root, topScope(lowering, parts));
  const { relations, variables, frameSize } = parts;
  return {
    program: { version: PROGRAM_VERSION, result, columns: result.columns, relations, variables, frameSize },
    parts,
  };
}
