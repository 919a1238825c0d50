/** Functions that look at neighbouring rows: they need rows in an order. */

import type { Evaluate, Run } from "../execute/run";
import { converter } from "../values/convert";
import { addLongs } from "../values/integer";
import { keyOf } from "../values/order";
import type { Value } from "../values/value";
import type { CallSite } from "./definition";
import { type KqlFunction, kqlFunction, overload, page } from "./definition";
import { conversionCost } from "./resolve";

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
function neighbour([value, offset, given]: readonly Evaluate[], site: CallSite, direction: 1 | -1): Evaluate {
  const none: Value = site.type === "string" ? "" : null;
  const fallback = given && inTheTypeOf(site, given);
  return (row, run: Run) => {
    const { window } = run;
    const distance = offset ? Number(offset(row, run) ?? 1) : 1;
    const other = window.rows[window.index + direction * distance];
    if (other === undefined || !value) return fallback ? fallback(row, run) : none;
    return value(other, run);
  };
}

/** Microsoft's binder takes a default of any type and calls the result what the column is. */
function inTheTypeOf({ name, type, types: [, , own = type], refuse }: CallSite, given: Evaluate): Evaluate {
  if (own === type) return given;
  if (conversionCost(own, type) === undefined)
    return refuse("unsupported", `\`${name}\` of a ${type} with a default that is a ${own} is not evaluated`);
  const convert = converter(own, type);
  return (row, run) => convert(given(row, run));
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

/** Begins again where the second argument is true. */
const rowCumsum: KqlFunction = {
  name: "row_cumsum",
  is: "window",
  source: `${page("row-cumsum-function")}, engine`,
  examples: [["toscalar(range x from 1 to 4 step 1 | extend s = row_cumsum(x) | summarize max(s))", "10"]],
  overloads: (["long", "real"] as const).map((type) =>
    overload({
      params: [
        { name: "term", type },
        { name: "restart", type: "bool", optional: true },
      ],
      returns: type,
      nulls: "sees nulls",
      compile: ([term, restart], site) => {
        const key = {};
        return (row, run) => {
          const value = term ? term(row, run) : null;
          if (value === null) return site.refuse("unsupported", "`row_cumsum` of nulls is not evaluated");
          const before = restart?.(row, run) === true ? 0 : (run.window.carried.get(key) ?? 0);
          const sum = type === "long" ? addLongs(before as number, value as number) : Number(before) + Number(value);
          run.window.carried.set(key, sum);
          return sum;
        };
      },
    }),
  ),
};

/** Equal neighbours share a rank: dense ranks count the groups, minimal ones the rows before. */
function rank(name: string, isDense: boolean): KqlFunction {
  return kqlFunction({
    name,
    is: "window",
    source: `${page(`${name.replaceAll("_", "-")}-function`)}, engine`,
    params: [
      { name: "term", type: "any" },
      { name: "restart", type: "bool", optional: true },
    ],
    returns: "long",
    nulls: "sees nulls",
    examples: [[`toscalar(range x from 1 to 4 step 1 | extend r = ${name}(x) | summarize max(r))`, "4"]],
    compile: ([term, restart], { types: [type = "dynamic"] }) => {
      const [rankKey, rowKey, termKey] = [{}, {}, {}];
      return (row, run) => {
        const { carried } = run.window;
        const value = keyOf(term ? term(row, run) : null, type);
        const isFirst = !carried.has(rankKey) || restart?.(row, run) === true;
        const rows = isFirst ? 1 : Number(carried.get(rowKey)) + 1;
        const last = Number(carried.get(rankKey));
        const isSame = !isFirst && Object.is(carried.get(termKey), value);
        const ranked = isFirst ? 1 : isSame ? last : isDense ? last + 1 : rows;
        carried.set(rankKey, ranked).set(rowKey, rows).set(termKey, value);
        return ranked;
      };
    },
  });
}

export const windowFunctions: readonly KqlFunction[] = [
  rowNumber,
  rowCumsum,
  rank("row_rank_dense", true),
  rank("row_rank_min", false),
  prev,
  next,
];
