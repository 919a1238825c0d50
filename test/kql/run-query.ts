/** Runs a query as the machine interface does, for tests of the evaluator that are data. */

import { programOf } from "./program-of";
import { rowsOfProgram } from "./run-program";

export const rowsOf = (query: string): unknown => rowsOfProgram(query, programOf(query));

export { NOW } from "./run-program";
