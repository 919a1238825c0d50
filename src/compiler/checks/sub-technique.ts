/** Sub-techniques at the typed API version. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const subTechnique: CheckInfo = {
  code: "PKT5007",
  severity: "info",
  title: "a sub-technique that the deployed rule can't hold",
  why: "The stable API of analytics rules knows techniques only; the sub-technique stays in the file, where coverage reports read it.",
  source:
    "https://learn.microsoft.com/rest/api/securityinsights/alert-rules/create-or-update, API 2024-09-01, read 2026-11-23",
  avoid: rule({ tactics: "tactics: [Persistence]", relevantTechniques: "relevantTechniques: [T1078.004]" }),
  prefer: rule({ tactics: "tactics: [Persistence]", relevantTechniques: "relevantTechniques: [T1078]" }),
  nearMiss: rule({
    kind: "kind: NRT",
    queryFrequency: "",
    queryPeriod: "",
    triggerOperator: "",
    triggerThreshold: "",
    tactics: "tactics: [Persistence]",
    relevantTechniques: "relevantTechniques: [T1078.004]",
  }),
};
