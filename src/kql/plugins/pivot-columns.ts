/** Which columns `pivot` gives for these rows. */

import type { Column, TypeName } from "../values/type-name";
import type { Rows, Value } from "../values/value";
import { type OpenedColumns, unsupported } from "./opened-columns";

/** What the call says. */
export interface Pivoted {
  readonly kind: "pivot";
  /** The column whose values become columns. */
  readonly slot: number;
  /** The other columns of the result, which stand first. */
  readonly keys: readonly Column[];
  /** The type of the cells. */
  readonly type: TypeName;
}

/** The order among the new columns is not documented: ours is that of their names, and who sees it is asked before. */
export function pivotColumns(rows: Rows, { slot, keys, type }: Pivoted): OpenedColumns {
  const names = new Set<string>();
  for (const row of rows) {
    const name = pivotedName(row[slot] ?? null);
    if (typeof name !== "string") return unsupported(name.problem);
    names.add(name);
  }
  const twice = keys.find(({ name }) => names.has(name));
  if (twice)
    return unsupported(`\`pivot\` of a value that is also the name of the column \`${twice.name}\` is not evaluated`);
  if (keys.length === 0 && names.size === 0)
    return unsupported("`pivot` of no rows without other columns is not evaluated");
  return { columns: [...keys, ...[...names].sort().map((name): Column => ({ name, type }))] };
}

/** The name of the column for a value. Source: https://learn.microsoft.com/kusto/query/schema-entities/entity-names, identifier naming rules, read 2026-11-26; what `pivot` does with other values no page says. */
export function pivotedName(value: Value): string | { readonly problem: string } {
  const name = value === null ? "" : String(value);
  if (name === "") return { problem: "`pivot` of a value that is empty or null is not evaluated" };
  if (!/^[\p{L}\p{Nd}_ .-]{1,1024}$/u.test(name)) {
    return {
      problem: `\`pivot\` of the value \`${name.slice(0, 60)}\`, which is no name of a column, is not evaluated`,
    };
  }
  return name;
}
