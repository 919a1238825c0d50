/** What differs from row to row, and what is evaluated once and so can't depend on it.
 *  Source: https://learn.microsoft.com/kusto/query/toscalar-function, section "limitations", and
 *  https://learn.microsoft.com/kusto/query/functions/user-defined-functions, section "restrictions", read 2026-11-26. */

import type { Scalar } from "../ir/scalar";
import type { Tabular } from "../ir/tabular";
import type { KustoNode } from "../kusto/node";
import { type ProgramParts, report, type Scope } from "./scope";

/** True for a value that is computed of the row at hand: of its columns, or of what a function was called with for it. */
export function isOfRow(value: Scalar, parts: ProgramParts): boolean {
  switch (value.kind) {
    case "column":
      return true;
    case "local":
      return parts.rowLocals.has(value.index);
    case "convert":
      return isOfRow(value.value, parts);
    case "call":
      return value.args.some((arg) => isOfRow(arg, parts));
    case "bind":
      return isOfRow(value.body, parts);
    default:
      return false;
  }
}

/** Reports rows that are evaluated once and read what belongs to one row of others. */
export function checkOnce(of: Tabular, what: string, node: KustoNode, scope: Scope): void {
  if (readsRow(of, scope.parts)) {
    report(
      scope,
      node,
      "invalid",
      `${what} is evaluated once, but reads what its function is called with for each row`,
    );
  }
}

function readsRow(part: unknown, parts: ProgramParts): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind, index } = part as { readonly kind?: string; readonly index?: number };
  if (kind === "local") return parts.rowLocals.has(index ?? -1);
  if (kind === "relation") return readsRow(parts.relations[index ?? -1], parts);
  return Object.values(part).some((each) => readsRow(each, parts));
}
