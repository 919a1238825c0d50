/** A diagnostic in the form of the machine interface. */

import { type Diagnostic, placeOf } from "../diagnostics";

/** Lines and columns, from 1, instead of offsets. */
export function wireDiagnostic({ at, labels: _labels, ...rest }: Diagnostic): object {
  if (!at) return rest;
  const { start, end } = placeOf(at);
  return { ...rest, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
