/** The range of the trigger threshold. */

import { TRIGGER_THRESHOLD_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const triggerThreshold = ruleCheck({
  code: "PKT5108",
  title: "a trigger threshold out of range",
  why: "The service takes thresholds from 0 to 10,000.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({ triggerThreshold: "triggerThreshold: 10001" }),
  prefer: rule({ triggerThreshold: "triggerThreshold: 25" }),
  *rule({ triggerThreshold = 0 }) {
    if (triggerThreshold >= 0 && triggerThreshold <= TRIGGER_THRESHOLD_MAX) return;
    yield {
      path: "/triggerThreshold",
      message: `the threshold is ${triggerThreshold}, expected 0 to ${TRIGGER_THRESHOLD_MAX}`,
    };
  },
  nearMiss: rule({ triggerThreshold: "triggerThreshold: 10000" }),
});
