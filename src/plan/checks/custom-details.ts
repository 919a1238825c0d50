/** The custom details of a rule. */

import { CUSTOM_DETAIL_NAME_CHARS_MAX, CUSTOM_DETAILS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const customDetails = ruleCheck({
  code: "PKT5117",
  title: "too many custom details, or one of a wrong name",
  why: "A rule has at most 20 custom details; a name has at most 20 characters and starts with a letter.",
  source: "https://learn.microsoft.com/azure/sentinel/surface-custom-details-in-alerts, read 2026-11-23",
  avoid: rule({ customDetails: "customDetails: { NumberOfFailedAttempts: Failures }" }),
  prefer: rule({ customDetails: "customDetails: { FailedAttempts: Failures }" }),
  nearMiss: rule({ customDetails: `customDetails: { ${"x".repeat(20)}: Failures }` }),
  *rule({ customDetails = {} }) {
    const names = Object.keys(customDetails);
    if (names.length > CUSTOM_DETAILS_MAX)
      yield { path: "/customDetails", message: `${names.length} custom details, at most ${CUSTOM_DETAILS_MAX}` };
    for (const name of names) {
      const path = `/customDetails/${name}`;
      if (name.length > CUSTOM_DETAIL_NAME_CHARS_MAX)
        yield { path, message: `\`${name}\` has ${name.length} characters, at most ${CUSTOM_DETAIL_NAME_CHARS_MAX}` };
      else if (!/^[A-Za-z]/.test(name)) yield { path, message: `\`${name}\` does not start with a letter` };
    }
  },
});
