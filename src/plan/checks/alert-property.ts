/** The dynamic properties of an alert. */

import { ALERT_PROPERTIES } from "../../azure";
import { didYouMean } from "../../diagnostics";
import { ruleCheck } from "./alert-rule";
import { rule } from "./example";

export const alertProperty = ruleCheck({
  code: "PKT5119",
  title: "an unknown or repeated alert property",
  why: "Sentinel refuses a dynamic property that it does not have.",
  source:
    "https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, API 2024-09-01, read 2026-11-23",
  avoid: rule({
    alertDetailsOverride: "alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: Owner, value: UserId }] }",
  }),
  prefer: rule({
    alertDetailsOverride:
      "alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: AlertLink, value: Url }] }",
  }),
  *rule({ alertDetailsOverride = {} }) {
    const properties = (alertDetailsOverride.alertDynamicProperties ?? []).map(
      ({ alertProperty = "" }) => alertProperty,
    );
    for (const [index, name] of properties.entries()) {
      const path = `/alertDetailsOverride/alertDynamicProperties/${index}/alertProperty`;
      const help = didYouMean(name, ALERT_PROPERTIES) ?? `one of ${ALERT_PROPERTIES.join(", ")}`;
      if (!ALERT_PROPERTIES.some((known) => known === name))
        yield { path, message: `unknown alert property \`${name}\``, help };
      else if (properties.indexOf(name) !== index) yield { path, message: `\`${name}\` is set twice` };
    }
  },
  nearMiss: rule({
    alertDetailsOverride:
      "alertDetailsOverride: { alertDynamicProperties: [{ alertProperty: AlertLink, value: Url }, { alertProperty: ConfidenceLevel, value: Url }] }",
  }),
});
