/** The formats of the alert's name and description. */

import { ALERT_DESCRIPTION_BYTES_MAX, ALERT_NAME_BYTES_MAX, ALERT_PLACEHOLDERS_MAX } from "../../azure";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

const FORMATS = [
  ["alertDisplayNameFormat", ALERT_NAME_BYTES_MAX],
  ["alertDescriptionFormat", ALERT_DESCRIPTION_BYTES_MAX],
] as const;

export const alertFormat = ruleCheck({
  code: "PKT5118",
  title: "an alert name or description that can't be used",
  why: "The alert's name holds 256 bytes, its description 5,000; each takes at most three placeholders, and an empty one is refused.",
  source: "https://learn.microsoft.com/azure/sentinel/customize-alert-details, read 2026-11-23",
  avoid: rule({ alertDetailsOverride: "alertDetailsOverride: { alertDisplayNameFormat: '{{A}} {{B}} {{C}} {{D}}' }" }),
  prefer: rule({ alertDetailsOverride: "alertDetailsOverride: { alertDisplayNameFormat: '{{A}} {{B}} {{C}}' }" }),
  *rule({ alertDetailsOverride = {} }) {
    for (const [key, bytesMax] of FORMATS) {
      const text = alertDetailsOverride[key];
      const path = `/alertDetailsOverride/${key}`;
      if (text === undefined) continue;
      const bytes = new TextEncoder().encode(text).length;
      const placeholders = text.match(/\{\{[^{}]*\}\}/g)?.length ?? 0;
      if (text.trim() === "") yield { path, message: `${key} is empty` };
      if (bytes > bytesMax) yield { path, message: `${key} has ${bytes} bytes, at most ${bytesMax}` };
      if (placeholders > ALERT_PLACEHOLDERS_MAX)
        yield { path, message: `${key} has ${placeholders} placeholders, at most ${ALERT_PLACEHOLDERS_MAX}` };
    }
  },
  nearMiss: rule({
    alertDetailsOverride: "alertDetailsOverride: { alertDisplayNameFormat: '{{A}} {{B}} {{C}} in { braces } of {}' }",
  }),
});
