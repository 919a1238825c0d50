/** Constants of aggregates outside of what their pages allow. */

import { argumentsOf, child, simpleName } from "../../kusto/node";
import { constantNumber } from "../constant-text";
import type { TreeCheck } from "../tree-check";

interface Limits {
  /** The first argument that is such a constant; all behind it are too where `isList`. */
  readonly from: number;
  readonly isList: boolean;
  readonly min: number;
  readonly max: number;
  readonly what: string;
}

const accuracy = (from: number): Limits => ({ from, isList: false, min: 0, max: 4, what: "an accuracy" });
const percent = (from: number): Limits => ({ from, isList: true, min: 0, max: 100, what: "a percentile" });

/** Source: https://learn.microsoft.com/kusto/query/dcount-aggregation-function and percentiles-aggregation-function, read 2026-11-25. */
const LIMITS: ReadonlyMap<string, Limits> = new Map([
  ["dcount", accuracy(1)],
  ["dcountif", accuracy(2)],
  ["hll", accuracy(1)],
  ["percentile", percent(1)],
  ["percentiles", percent(1)],
  ["percentilew", percent(2)],
  ["percentilesw", percent(2)],
]);

export const aggregateConstant: TreeCheck = {
  code: "PKT2019",
  severity: "warning",
  title: "a constant out of range",
  why: "The accuracy of `dcount` is 0 to 4, a percentile 0 to 100. UNVERIFIED: whether the engine refuses others or takes the nearest; a query on a cluster would settle it.",
  source: "https://learn.microsoft.com/kusto/query/dcount-aggregation-function, read 2026-11-25",
  avoid: "range x from 1 to 9 step 1 | summarize dcount(x, 7)",
  prefer: "range x from 1 to 9 step 1 | summarize dcount(x, 4)",
  nearMiss: "range x from 1 to 9 step 1 | summarize percentiles(x, 5, 99.9)",
  on: ["FunctionCallExpression"],
  *look(node) {
    const name = simpleName(child(node, "Name") ?? node);
    const limits = LIMITS.get(name);
    if (!limits) return;
    const { from, isList, min, max, what } = limits;
    for (const argument of argumentsOf(node).slice(from, isList ? undefined : from + 1)) {
      const value = constantNumber(argument);
      if (value === undefined || (value >= min && value <= max)) continue;
      yield { message: `${what} of \`${name}\` is ${min} to ${max}, not ${value}`, at: argument };
    }
  },
};
