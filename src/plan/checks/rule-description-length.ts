/** The length of a rule's description. */

import { RULE_DESCRIPTION_CHARS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const ruleDescriptionLength = ruleCheck({
  code: "PKT5102",
  title: "a rule description that is too long",
  why: "The service refuses longer descriptions.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({ description: `description: ${"long ".repeat(1001)}` }),
  prefer: rule({ description: "description: Failed sign-ins from one address." }),
  *rule({ description = "" }) {
    if (description.length <= RULE_DESCRIPTION_CHARS_MAX) return;
    yield {
      path: "/description",
      message: `the description has ${description.length} characters, at most ${RULE_DESCRIPTION_CHARS_MAX}`,
    };
  },
  nearMiss: rule({ description: `description: ${"long ".repeat(999)}long.` }),
});
