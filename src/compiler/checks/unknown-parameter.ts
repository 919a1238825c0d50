/** A tenant's value for an unknown parameter. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const unknownParameter: CheckInfo = {
  code: "PKT5212",
  severity: "error",
  title: "a value for a parameter that does not exist",
  why: "The value would silently not hold.",
  source: "picket",
  avoid: documents(tenant({ overrides: "overrides: { bad-address: { parameters: { failures: 3 } } }" }), rule()),
  prefer: documents(
    tenant({ overrides: "overrides: { bad-address: { parameters: { minimumFailures: 3 } } }" }),
    rule({
      query: "query: SigninLogs | summarize Count = count() | where Count > minimumFailures",
      parameters: "parameters: { minimumFailures: { type: int, default: 10, description: failures } }",
    }),
  ),
  nearMiss: documents(tenant({ overrides: "overrides: { bad-address: { parameters: { failures: null } } }" }), rule()),
};
