/** The form of a technique's id. */

import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const techniqueForm = ruleCheck({
  code: "PKT5121",
  title: "a technique that is not written T1078",
  why: "Sentinel refuses a technique of another form.",
  source:
    "https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, API 2024-09-01, read 2026-11-23",
  avoid: rule({ relevantTechniques: "relevantTechniques: [TA0001]" }),
  prefer: rule({ relevantTechniques: "relevantTechniques: [T1078]" }),
  nearMiss: rule({ relevantTechniques: "relevantTechniques: [T1078.004]" }),
  *rule({ techniques: named = [] }) {
    for (const [index, name] of named.entries()) {
      if (!/^T\d{4}$/.test(name))
        yield { path: `/techniques/${index}`, message: `\`${name}\` is no technique, expected T and four digits` };
    }
  },
});
