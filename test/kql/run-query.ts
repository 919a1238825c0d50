/** Runs a query as the machine interface does, for tests that are data. */

import { sourceText } from "../../src/diagnostics";
import { checkQuery } from "../../src/kql/check";
import { cellsOfRows, runProgram } from "../../src/kql/run";

/** The time in all tests. */
export const NOW = "2026-01-15T12:00:00Z";

/** Cells of the result, or what stands in the way, one line each. */
export function rowsOf(query: string): unknown {
  const source = sourceText("query", query);
  const checked = checkQuery(source);
  const errors = [...checked.diagnostics, ...checked.refusals].filter(({ severity }) => severity === "error");
  if (errors.length > 0 || !checked.program) return errors.map(({ code, message }) => `${code} ${message}`);
  const ran = runProgram(checked.program, { now: NOW, elapsedSeconds: () => 0 }, source);
  return ran.kind === "rows"
    ? cellsOfRows(ran.rows, ran.columns)
    : [`${ran.diagnostic.code} ${ran.diagnostic.message}`];
}
