/** More than an automation rule may have. */

import type { CheckInfo } from "../../../diagnostics";
import { automation } from "./example";

export const automationLimit: CheckInfo = {
  code: "PKT5544",
  severity: "error",
  title: "more than an automation rule may have",
  why: "The service refuses it.",
  source: "https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23",
  avoid: () => automation({ then: `then: [${Array(21).fill("{ addTask: look }").join(", ")}]` }),
  prefer: automation({ then: "then: [{ addTask: Look at it }, { addTags: [seen] }]" }),
  nearMiss: () => automation({ then: `then: [${Array(20).fill("{ addTask: look }").join(", ")}]` }),
};
