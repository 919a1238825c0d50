/** An action that an automation rule can not have. */

import type { CheckInfo } from "../../../diagnostics";
import { automation } from "./example";

export const automationAction: CheckInfo = {
  code: "PKT5540",
  severity: "error",
  title: "an action that an automation rule can not have",
  why: "The service refuses it, or does something else than what is written.",
  source: "https://learn.microsoft.com/rest/api/securityinsights/automation-rules/create-or-update, read 2026-11-23",
  avoid: automation({ on: "on: alert created", then: "then: [{ addTags: [seen] }]" }),
  prefer: automation(),
  nearMiss: automation({ then: "then: [{ addTags: [seen] }]" }),
};
