/** A bound query to a program, with all reasons why it can't be run. */

import { PROGRAM_VERSION, type Program } from "../ir/program";
import type { KustoNode } from "../kusto/node";
import { lowerScalarNode } from "./scalar";
import { type NamedColumns, newParts, type ProgramParts, type Texts, topScope } from "./scope";
import { lowerQuery, lowerStatement } from "./statements";
import { lowerTabularNode } from "./tabular";

export interface LoweredQuery {
  readonly program: Program;
  readonly parts: ProgramParts;
}

/** The program is of use only when `parts.problems` is empty. */
export function lowerProgram(root: KustoNode, databaseTables: readonly NamedColumns[], texts: Texts): LoweredQuery {
  const parts = newParts(databaseTables, texts);
  const lowering = { scalar: lowerScalarNode, tabular: lowerTabularNode, statement: lowerStatement };
  const whole = lowerQuery(root, topScope(lowering, parts));
  const { relations, variables, frameSize, open } = parts;
  // What stands behind an open plugin could not be told from mistakes yet.
  if (open) parts.problems.splice(open.problems, Infinity, ...(open.further ? [open.further] : []));
  const result = open?.source ?? whole;
  return {
    program: {
      version: PROGRAM_VERSION,
      result,
      columns: result.columns,
      relations,
      variables,
      frameSize,
      ...(open ? { open: open.open } : {}),
    },
    parts,
  };
}
