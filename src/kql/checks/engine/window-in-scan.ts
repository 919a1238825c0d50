/** Functions that look at neighbouring rows, inside of `scan`. */

import { functionNamed } from "../../functions/registry";
import { child, kindOf, simpleName } from "../../kusto/node";
import type { TreeCheck } from "../tree-check";
import { operatorAround } from "./window-order";

export const windowInScan: TreeCheck = {
  code: "PKT2011",
  severity: "error",
  title: "a neighbouring row inside of `scan`",
  why: "`scan` keeps its own state from row to row and reaches an earlier row through its steps; the engine refuses `prev` and its kin there, Microsoft's parser does not.",
  source: "engine, recorded results read 2026-11-23",
  avoid:
    "range x from 1 to 3 step 1 | scan declare (c:long=0) with (step s: true => c = iff(x != prev(x), x, s.c + x);)",
  prefer: "range x from 1 to 3 step 1 | scan declare (c:long=0) with (step s: true => c = s.c + x;)",
  nearMiss:
    "range x from 1 to 3 step 1 | extend p = prev(x) | scan declare (c:long=0) with (step s: true => c = s.c + p;)",
  on: ["FunctionCallExpression"],
  *look(node) {
    const name = simpleName(child(node, "Name") ?? node);
    if (functionNamed(name)?.is !== "window") return;
    const operator = operatorAround(node);
    if (!operator || kindOf(operator) !== "ScanOperator") return;
    yield { message: `\`${name}\` can't be used inside of \`scan\``, help: "compute it in an `extend` before `scan`" };
  },
};
