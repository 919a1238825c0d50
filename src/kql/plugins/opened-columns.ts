/** Which columns an open plugin gives for the rows that go into it, or why that is not known. */

import type { Column } from "../values/type-name";

export type OpenedColumns =
  | { readonly columns: readonly Column[] }
  | { readonly refusal: "invalid" | "unsupported"; readonly problem: string };

export function unsupported(problem: string): OpenedColumns {
  return { refusal: "unsupported", problem };
}
