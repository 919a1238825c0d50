/** All names that may stand where a query names a table. */

import { standardTableNames } from "../../kql/check";
import type { Shapes } from "./shapes";

export function tableNames({ tables, functions }: Shapes): readonly string[] {
  return [...tables.map(({ name }) => name), ...functions.map(({ name }) => name), ...standardTableNames()];
}
