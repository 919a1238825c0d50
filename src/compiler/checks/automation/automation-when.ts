/** A condition that does not fit what starts the rule. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, rule } from "../example";
import { stepPlaybook } from "../playbooks/example";
import { automation } from "./example";

export const automationWhen: CheckInfo = {
  code: "PKT5543",
  severity: "error",
  title: "a condition that does not fit what starts the rule",
  why: "Conditions on changes are for updated incidents, and an alert is only known by its rule. An empty list would be no condition, and the rule would run for everything.",
  source:
    "https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-23",
  avoid: automation({ when: "when: { changed: [severity] }" }),
  prefer: automation({ on: "on: incident updated", when: "when: { changed: [severity] }" }),
  nearMiss: documents(
    rule(),
    automation({
      on: "on: alert created",
      when: "when: { rules: [bad-address] }",
      then: "then: [{ runPlaybook: contain }]",
    }),
    stepPlaybook({ on: "on: alert" }),
  ),
};
