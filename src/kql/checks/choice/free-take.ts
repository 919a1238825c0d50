/** `take` of rows that are in no order. */

import { kindOf } from "../../kusto/node";
import { isOrderedBefore } from "../engine/window-order";
import { placeInPipe } from "../pipe";
import type { TreeCheck } from "../tree-check";

export const freeTake: TreeCheck = {
  code: "PKT2040",
  severity: "warning",
  title: "rows that the engine is free to choose",
  why: "`take` and `sample` of rows in no order give other rows on each run, so that the same events may or may not raise an alert.",
  source: "https://learn.microsoft.com/kusto/query/take-operator, read 2026-11-23",
  avoid: "SigninLogs | where ResultType == '50126' | take 10",
  prefer: "SigninLogs | where ResultType == '50126' | top 10 by TimeGenerated",
  nearMiss: "SigninLogs | sort by TimeGenerated | take 10",
  on: ["TakeOperator", "SampleOperator"],
  *look(node) {
    if (!placeInPipe(node).input || (kindOf(node) === "TakeOperator" && isOrderedBefore(node))) return;
    yield { message: "which rows these are is not said", help: "use `top ... by`, or `sort` before it" };
  },
};
