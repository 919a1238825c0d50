/** A required key that is absent. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const missingKey: CheckInfo = {
  code: "PKT1020",
  severity: "error",
  title: "a key that has to be there",
  why: "The document means nothing without it.",
  source: "picket",
  avoid: rule({ triggerOperator: "" }),
  prefer: rule(),
  nearMiss: rule({ kind: "kind: NRT", queryFrequency: "", queryPeriod: "", triggerOperator: "", triggerThreshold: "" }),
};
