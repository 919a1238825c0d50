/** How many rules a workspace takes. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const ruleCount: CheckInfo = {
  code: "PKT5306",
  severity: "error",
  title: "more rules than a workspace takes",
  why: "The service refuses the rule that is one too many, in the middle of a deployment.",
  source: "https://learn.microsoft.com/azure/sentinel/sentinel-service-limits, read 2026-11-23",
  avoid: () =>
    documents(
      tenant(),
      ...Array.from({ length: 101 }, (_, index) =>
        rule({
          kind: "kind: NRT",
          key: `key: rule-${index}`,
          name: `name: Rule ${index}`,
          enabled: index < 50 ? "" : "enabled: false",
          queryFrequency: "",
          queryPeriod: "",
          triggerOperator: "",
          triggerThreshold: "",
        }),
      ),
    ),
  prefer: () =>
    documents(
      tenant(),
      ...Array.from({ length: 50 }, (_, index) =>
        rule({
          kind: "kind: NRT",
          key: `key: rule-${index}`,
          name: `name: Rule ${index}`,
          queryFrequency: "",
          queryPeriod: "",
          triggerOperator: "",
          triggerThreshold: "",
        }),
      ),
    ),
  nearMiss: () =>
    documents(
      tenant(),
      rule(),
      ...Array.from({ length: 100 }, (_, index) =>
        rule({
          kind: "kind: NRT",
          key: `key: rule-${index}`,
          name: `name: Rule ${index}`,
          enabled: index < 50 ? "" : "enabled: false",
          queryFrequency: "",
          queryPeriod: "",
          triggerOperator: "",
          triggerThreshold: "",
        }),
      ),
    ),
};
