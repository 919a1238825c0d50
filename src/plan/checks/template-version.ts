/** A template version without its template. */

import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const templateVersion = ruleCheck({
  code: "PKT5127",
  title: "a template version without a template",
  why: "The service refuses templateVersion where alertRuleTemplateName is not set.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({ templateVersion: "templateVersion: 1.0.0" }),
  prefer: rule({
    templateVersion: "templateVersion: 1.0.0\nalertRuleTemplateName: 83ba3057-9ea3-4759-bf6a-933f2e5bc7ee",
  }),
  nearMiss: rule({ version: "version: 1.0.0" }),
  *rule({ templateVersion: version, alertRuleTemplateName }) {
    if (version !== undefined && alertRuleTemplateName === undefined)
      yield { path: "/templateVersion", message: "templateVersion without alertRuleTemplateName" };
  },
});
