/** Two automation rules of the same order. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, rule, tenant } from "../example";
import { PLACE } from "../playbooks/example";
import { automation } from "./example";

export const automationOrder: CheckInfo = {
  code: "PKT5545",
  severity: "error",
  title: "two automation rules of the same order",
  why: "The service runs them in an order that it does not tell, and a rule that closes an incident ends what the other would have done.",
  source:
    "https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-23",
  avoid: documents(tenant(PLACE), rule(), automation(), automation({ key: "key: other" })),
  prefer: documents(tenant(PLACE), rule(), automation(), automation({ key: "key: other", order: "order: 2" })),
};
