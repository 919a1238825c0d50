/** Whether a technique exists. */

import { techniques } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const techniqueKnown = ruleCheck({
  code: "PKT5122",
  severity: "warning",
  title: "a technique that ATT&CK does not have",
  why: "The service takes any number, but coverage reports and the MITRE page leave an unknown or retired one out.",
  source: "MITRE ATT&CK v18.1, 2025-11-13",
  avoid: rule({ relevantTechniques: "relevantTechniques: [T1999]" }),
  prefer: rule({ relevantTechniques: "relevantTechniques: [T1110]" }),
  *rule({ techniques: named = [] }) {
    for (const [index, name] of named.entries()) {
      if (!/^T\d{4}$/.test(name)) continue;
      const path = `/techniques/${index}`;
      const technique = techniques().get(name);
      if (!technique) yield { path, message: `ATT&CK has no technique \`${name}\`` };
      else if (technique.state === "revoked")
        yield { path, message: `\`${name}\` was revoked in ATT&CK`, help: `its successor is ${technique.successor}` };
      else if (technique.state === "deprecated") yield { path, message: `\`${name}\` is deprecated in ATT&CK` };
    }
  },
  nearMiss: rule({
    tactics: "tactics: [CredentialAccess]",
    relevantTechniques: "relevantTechniques: [T1110.003]",
  }),
});
