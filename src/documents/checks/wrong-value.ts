/** A value of the right type that is not allowed. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const wrongValue: CheckInfo = {
  code: "PKT1024",
  severity: "error",
  title: "a value that is not allowed",
  why: "Sentinel takes only the values that its API names; any other is refused at deployment, after the pull request is merged.",
  source: "picket",
  avoid: rule({ severity: "severity: Critical" }),
  prefer: rule({ severity: "severity: High" }),
  nearMiss: rule({ severity: "severity: Informational", queryFrequency: "queryFrequency: PT60M" }),
};
