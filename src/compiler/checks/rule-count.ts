/** How many rules a workspace takes. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const ruleCount: CheckInfo = {
  code: "PKT5306",
  severity: "error",
  title: "more rules than a workspace takes",
  why: "The service refuses the rule that is one too many, in the middle of a deployment.",
  source: "https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23",
  avoid: () => documents(tenant(), ...rules(101, 50)),
  prefer: () => documents(tenant(), ...rules(50)),
  nearMiss: () => documents(tenant(), rule(), ...rules(100, 50)),
};

/** Near-real-time rules, of which all from the given number on are off. */
function rules(count: number, on = count): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    rule({
      kind: "kind: NRT",
      key: `key: rule-${index}`,
      name: `name: Rule ${index}`,
      enabled: index < on ? "" : "enabled: false",
      queryFrequency: "",
      queryPeriod: "",
      triggerOperator: "",
      triggerThreshold: "",
    }),
  );
}
