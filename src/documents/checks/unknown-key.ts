/** A key that is not known here. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const unknownKey: CheckInfo = {
  code: "PKT1021",
  severity: "error",
  title: "a key that no document of this kind has",
  why: "A key that is not read does nothing. Most often it is a slip of the pen for one that would.",
  source: "picket",
  avoid: rule({ suppressionEnabled: "supressionEnabled: true" }),
  prefer: rule({ suppressionEnabled: "suppressionEnabled: true" }),
  nearMiss: rule({ customDetails: "customDetails: { supressionEnabled: AppDisplayName }" }),
};
