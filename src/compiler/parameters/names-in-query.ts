/** The identifiers that stand in a query's code, outside of comments and strings. */

import { codeOf } from "../../plan";

export function namesIn(query: string): ReadonlySet<string> {
  return new Set(codeOf(query).match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []);
}
