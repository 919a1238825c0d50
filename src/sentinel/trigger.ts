/** Whether the number of rows makes a rule alert. */

import { unreachable } from "../diagnostics";
import type { DetectionRule } from "./rule";

/** An NRT rule has no threshold: any row alerts. */
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
