/** Tests that are data: a query, and its rows or what stands in the way. */

import { describe, expect, test } from "vitest";
import { rowsOf } from "./run-bound-query";

export const cases = (name: string, table: readonly (readonly [query: string, rows: unknown])[]) =>
  describe(name, () => {
    test.each(table)("%s", (query, rows) => expect(rowsOf(query)).toEqual(rows));
  });
