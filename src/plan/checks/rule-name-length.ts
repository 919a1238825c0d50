/** The length of a rule's name. */

import { RULE_NAME_CHARS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const ruleNameLength = ruleCheck({
  code: "PKT5101",
  title: "a rule name that is too long",
  why: "The service refuses longer names, and the incident queue cuts them long before.",
  source: "detection schema tests of https://github.com/Azure/Azure-Sentinel, read 2026-11-23",
  avoid: rule({ name: `name: ${"long ".repeat(60)}` }),
  prefer: rule(),
  nearMiss: rule({ name: `name: ${"x".repeat(256)}` }),
  *rule({ displayName = "" }) {
    if (displayName.length <= RULE_NAME_CHARS_MAX) return;
    yield {
      path: "/displayName",
      message: `the name has ${displayName.length} characters, at most ${RULE_NAME_CHARS_MAX}`,
    };
  },
});
