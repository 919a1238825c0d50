/** Whether a technique belongs to a tactic of the rule. */

import { techniques } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const techniqueTactic = ruleCheck({
  code: "PKT5123",
  severity: "warning",
  title: "a technique of none of the rule's tactics",
  why: "The MITRE page of Sentinel counts a technique under the tactics that the rule names; a technique of other tactics is counted nowhere.",
  source: "MITRE ATT&CK v18.1, 2025-11-13",
  avoid: rule({ tactics: "tactics: [Impact]", relevantTechniques: "relevantTechniques: [T1110]" }),
  prefer: rule({ tactics: "tactics: [CredentialAccess]", relevantTechniques: "relevantTechniques: [T1110]" }),
  nearMiss: rule({ tactics: "tactics: [Impact, Persistence]", relevantTechniques: "relevantTechniques: [T1078]" }),
  *rule({ techniques: named = [], tactics = [] }) {
    for (const [index, name] of named.entries()) {
      const technique = techniques().get(name);
      if (technique?.state !== "active" || technique.tactics.some((tactic) => tactics.includes(tactic))) continue;
      yield {
        path: `/techniques/${index}`,
        message: `\`${name}\` belongs to ${technique.tactics.join(", ")}, which the rule does not name`,
      };
    }
  },
});
