/** A key that stands twice. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const duplicateKey: CheckInfo = {
  code: "PKT1002",
  severity: "error",
  title: "a key that stands twice in one mapping",
  why: "Readers of YAML disagree on which of the two counts, so one half of the text would silently do nothing.",
  source: "picket",
  avoid: rule({ severity: "severity: Medium\nseverity: High" }),
  prefer: rule({ severity: "severity: High" }),
  nearMiss: rule({ customDetails: "customDetails: { severity: ResultType }" }),
};
