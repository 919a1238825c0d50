/** The tactics of a rule. */

import { TACTICS } from "../../azure";
import { didYouMean } from "../../diagnostics";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const tactic = ruleCheck({
  code: "PKT5120",
  title: "an unknown tactic",
  why: "Sentinel takes the tactics of ATT&CK under its own names and refuses all others.",
  source:
    "https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, API 2024-09-01, read 2026-11-23",
  avoid: rule({ tactics: "tactics: [InitialAcces]" }),
  prefer: rule({ tactics: "tactics: [InitialAccess]" }),
  nearMiss: rule({ tactics: "tactics: [Initial Access]" }),
  *rule({ tactics = [] }) {
    for (const [index, name] of tactics.entries()) {
      if (TACTICS.some((known) => known === name)) continue;
      const help = didYouMean(name, TACTICS) ?? `one of ${TACTICS.join(", ")}`;
      yield { path: `/tactics/${index}`, message: `unknown tactic \`${name}\``, help };
    }
  },
});
