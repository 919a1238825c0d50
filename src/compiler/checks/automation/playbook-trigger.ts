/** A playbook of another kind than the rule. */

import type { CheckInfo } from "../../../diagnostics";
import { documents } from "../example";
import { stepPlaybook } from "../playbooks/example";
import { automation } from "./example";

export const playbookTrigger: CheckInfo = {
  code: "PKT5541",
  severity: "error",
  title: "a playbook of another kind than the rule",
  why: "An automation rule can only run playbooks that are started by what starts the rule: an incident or an alert.",
  source:
    "https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-23",
  avoid: documents(automation({ then: "then: [{ runPlaybook: contain }]" }), stepPlaybook({ on: "on: alert" })),
  prefer: documents(automation({ then: "then: [{ runPlaybook: contain }]" }), stepPlaybook()),
  nearMiss: documents(
    automation({ on: "on: incident updated", then: "then: [{ runPlaybook: contain }]" }),
    stepPlaybook(),
  ),
};
