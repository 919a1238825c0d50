/** Which operators leave rows in an order, lose it or make one: functions that look at neighbours are refused where there is none. */

import { describe, expect, test } from "vitest";
import { STEPS } from "./row-order";
import { rowsOf } from "./run-bound-query";

const REFUSED = ["PKT2010 `row_number` needs rows in an order"];
const ask = (source: string, step: string) =>
  rowsOf(`let f = (T:(x:long)) { T | where x > 0 }; ${source} | ${step} | extend n_ = row_number() | count`);

describe.each(["makes", "keeps", "loses"] as const)("%s", (order) => {
  test.each(Object.entries(STEPS[order]))("%s", (_name, step) => {
    const rows = "datatable(x:long, s:string)[1, 'ab']";
    expect(ask(`${rows} | serialize`, step)).toEqual(order === "loses" ? REFUSED : [[expect.any(Number)]]);
    expect(ask(rows, step)).toEqual(order === "makes" ? [[expect.any(Number)]] : REFUSED);
  });
});

test("a function that is invoked may lose the order", () => {
  const f = "let f = (T:(x:long)) { T | summarize count() by x };";
  expect(rowsOf(`${f} range x from 1 to 3 step 1 | invoke f() | extend n = row_number()`)).toEqual(REFUSED);
});
