/** Runs a query as the machine interface does, for tests of operators and plugins: their definitions read the bound tree too, so no stored program will do. */

import { boundProgram } from "./bound-program";
import { rowsOfProgram } from "./run-program";

export const rowsOf = (query: string): unknown => rowsOfProgram(query, boundProgram(query));
