/** A value of another type than expected. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const wrongType: CheckInfo = {
  code: "PKT1023",
  severity: "error",
  title: "a value of the wrong type",
  why: "A text is not a number, a list is not a text; guessing what was meant would change what is deployed.",
  source: "picket",
  avoid: rule({ triggerThreshold: "triggerThreshold: five" }),
  prefer: rule({ triggerThreshold: "triggerThreshold: 5" }),
  nearMiss: rule({ triggerThreshold: "triggerThreshold: 5.0" }),
};
