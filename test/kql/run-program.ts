/** Runs a program as the machine interface does. */

import { sourceText } from "../../src/diagnostics";
import { cellsOfRows, type RunWorld, runProgram } from "../../src/kql/run";
import type { Lowered } from "./bound-program";

/** The time in all tests. */
export const NOW = "2026-01-15T12:00:00Z";

/** As the page of `geo_info_from_ip_address` has them. */
const GEO = { "20.53.203.0/24": { city: "Sydney" }, "2a03:2880::/32": { country: "United States" } };

/** Cells of the result, or what stands in the way, one line each. */
export function rowsOfProgram(query: string, lowered: Lowered, also: Partial<RunWorld> = {}): unknown {
  if ("problems" in lowered) return lowered.problems;
  const world = { now: NOW, elapsedSeconds: () => 0, geo: GEO, ...also };
  const ran = runProgram(lowered.program, world, sourceText("query", query));
  return ran.kind === "rows"
    ? cellsOfRows(ran.rows, ran.columns)
    : [`${ran.diagnostic.code} ${ran.diagnostic.message}`];
}
