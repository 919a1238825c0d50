/** Two automation rules of the same order. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, rule, tenant } from "../example";
import { PLACE } from "../playbooks/example";
import { automation } from "./example";

export const automationOrder: CheckInfo = {
  code: "PKT5545",
  severity: "warning",
  title: "two automation rules of the same order",
  why: "Of rules with one trigger and one order the service picks at random which runs first, and one that closes an incident ends what the other would have done. It takes them: where the order is all the same, this can be left.",
  source:
    "https://learn.microsoft.com/azure/sentinel/automate-incident-handling-with-automation-rules, read 2026-11-26",
  avoid: documents(tenant(PLACE), rule(), automation(), automation({ key: "key: other" })),
  prefer: documents(tenant(PLACE), rule(), automation(), automation({ key: "key: other", order: "order: 2" })),
  nearMiss: documents(
    tenant(PLACE),
    rule(),
    automation(),
    automation({ key: "key: other", on: "on: incident updated" }),
  ),
};
