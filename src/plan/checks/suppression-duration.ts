/** The range of a suppression. */

import { SUPPRESSION_SECONDS_MAX, SUPPRESSION_SECONDS_MIN } from "../../azure";
import { isoSeconds } from "../duration";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const suppressionDuration = ruleCheck({
  code: "PKT5109",
  title: "a suppression out of range",
  why: "Suppression lasts 5 minutes to 24 hours; one that is shorter than the frequency suppresses nothing.",
  source: "https://learn.microsoft.com/azure/sentinel/create-analytics-rules, read 2026-11-23",
  avoid: rule({ suppressionEnabled: "suppressionEnabled: true", suppressionDuration: "suppressionDuration: 2d" }),
  prefer: rule({ suppressionEnabled: "suppressionEnabled: true", suppressionDuration: "suppressionDuration: 5h" }),
  nearMiss: rule({ suppressionDuration: "suppressionDuration: 30m" }),
  *rule({ suppressionEnabled = false, suppressionDuration, queryFrequency }) {
    const path = "/suppressionDuration";
    const seconds = isoSeconds(suppressionDuration);
    if (seconds === undefined) return;
    if (seconds < SUPPRESSION_SECONDS_MIN || seconds > SUPPRESSION_SECONDS_MAX) {
      yield {
        path,
        message: `suppressionDuration ${suppressionDuration} is out of range, expected 5 minutes to 24 hours`,
      };
    } else if (suppressionEnabled && seconds < (isoSeconds(queryFrequency) ?? 0)) {
      yield {
        path,
        message: `suppressionDuration ${suppressionDuration} is shorter than queryFrequency ${queryFrequency}`,
      };
    }
  },
});
