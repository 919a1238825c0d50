/** Optional tables that a tenant lacks: an empty typed table of that name before the query, so that one leg is off and not the rule. */

import type { TableShape } from "../../kql/check";

/** The `let` of one table: the columns that the query names, since no other can be missed in a table without rows. */
export function emptyTable({ name, columns }: TableShape, query: string): string {
  const named = new Set(query.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []);
  const used = columns.filter((column) => column.name === "TimeGenerated" || named.has(column.name));
  const list = used.map((column) => `${column.name}: ${column.type}`).join(", ");
  return `let ${name} = datatable(${list})[];\n`;
}

/** The names of `optional` that a tenant with these tables lacks. */
export function lackingTables(
  optional: readonly string[] | undefined,
  tables: ReadonlySet<string> | undefined,
): readonly string[] {
  return tables === undefined ? [] : (optional ?? []).filter((name) => !tables.has(name));
}
