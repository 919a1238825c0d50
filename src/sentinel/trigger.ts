/** Whether the number of rows makes a rule alert. */

import { unreachable } from "../diagnostics";
import type { DetectionRule } from "./rule";

/** An NRT rule has no threshold: any row alerts. The threshold counts the rows of one run.
 *  Source: https://learn.microsoft.com/azure/sentinel/scheduled-rules-overview, alert threshold, read 2026-11-25. */
export function isTriggered(
  { kind, triggerOperator = "GreaterThan", triggerThreshold = 0 }: DetectionRule,
  rows: number,
) {
  if (kind === "NRT") return rows > 0;
  switch (triggerOperator) {
    case "GreaterThan":
      return rows > triggerThreshold;
    case "LessThan":
      return rows < triggerThreshold;
    case "Equal":
      return rows === triggerThreshold;
    case "NotEqual":
      return rows !== triggerThreshold;
    default:
      return unreachable(triggerOperator);
  }
}
