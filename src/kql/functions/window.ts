/** Functions that look at neighbouring rows: they need rows in an order. */

import type { Evaluate, Run } from "../execute/run";
import { addLongs } from "../values/integer";
import type { Value } from "../values/value";
import type { CallSite } from "./definition";
import { type KqlFunction, kqlFunction, page } from "./definition";

/** Counts from the start; begins again where the second argument is true. */
const rowNumber = kqlFunction({
  name: "row_number",
  is: "window",
  source: page("row-number-function"),
  params: [
    { name: "start", type: "long", optional: true },
    { name: "restart", type: "bool", optional: true },
  ],
  returns: "long",
  nulls: "sees nulls",
  examples: [["toscalar(range x from 5 to 7 step 1 | extend n = row_number() | summarize max(n))", "3"]],
  compile: ([start, restart]) => {
    const key = {};
    return (row, run) => {
      const { window } = run;
      const before = window.carried.get(key);
      const isFirst = before === undefined || (restart !== undefined && restart(row, run) === true);
      const number = isFirst ? (start ? start(row, run) : 1) : addLongs(before as number, 1);
      window.carried.set(key, number);
      return number;
    };
  },
});

/** The value of the first argument in the row that stands `offset` rows away. */
function neighbour([value, offset, fallback]: readonly Evaluate[], { type }: CallSite, direction: 1 | -1): Evaluate {
  const none: Value = type === "string" ? "" : null;
  return (row, run: Run) => {
    const { window } = run;
    const distance = offset ? Number(offset(row, run) ?? 1) : 1;
    const other = window.rows[window.index + direction * distance];
    if (other === undefined || !value) return fallback ? fallback(row, run) : none;
    return value(other, run);
  };
}

const NEIGHBOUR_PARAMS = [
  { name: "value", type: "any" },
  { name: "offset", type: "long", optional: true },
  { name: "default", type: "any", optional: true },
] as const;

const prev = kqlFunction({
  name: "prev",
  is: "window",
  source: page("prev-function"),
  params: NEIGHBOUR_PARAMS,
  returns: ([type = "dynamic"]) => type,
  nulls: "sees nulls",
  examples: [["toscalar(range x from 5 to 7 step 1 | extend p = prev(x) | summarize max(p))", "6"]],
  compile: (args, site) => neighbour(args, site, -1),
});

const next = kqlFunction({
  name: "next",
  is: "window",
  source: page("next-function"),
  params: NEIGHBOUR_PARAMS,
  returns: ([type = "dynamic"]) => type,
  nulls: "sees nulls",
  examples: [["toscalar(range x from 5 to 7 step 1 | extend n = next(x, 1, 0) | summarize min(n))", "0"]],
  compile: (args, site) => neighbour(args, site, 1),
});

export const windowFunctions: readonly KqlFunction[] = [rowNumber, prev, next];
