/** The examples of operators and plugins hold. */

import { expect, test } from "vitest";
import { operators } from "../../src/kql/operators/registry";
import { plugins } from "../../src/kql/plugins/registry";
import { rowsOf } from "./run-bound-query";

test.each([...operators, ...plugins].flatMap(({ examples }) => examples))("$query", ({ query, rows }) => {
  expect(rowsOf(query)).toEqual(rows);
});
