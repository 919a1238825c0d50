/** A file of policies that can't be used. */

import type { CheckInfo } from "../../diagnostics";

export const badPolicies: CheckInfo = {
  code: "PKT5424",
  severity: "error",
  title: "a file that holds no policies",
  why: "`--policies` takes policies as Graph exports them: a list, the answer of Graph with `value`, or an object with `policies` and what is known of the directory.",
  source: "picket",
  avoid: "picket what-if --policies README.md --to Office365",
  prefer: "picket what-if --policies export.json --to Office365",
  nearMiss: "picket what-if --policies no-policies.json --to Office365",
};
