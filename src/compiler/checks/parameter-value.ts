/** A tenant's value that does not fit the parameter. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const parameterValue: CheckInfo = {
  code: "PKT5213",
  severity: "error",
  title: "a value that does not fit its parameter",
  why: "A value of another type would change what the query means, or break it.",
  source: "picket",
  avoid: documents(
    tenant({ overrides: "overrides: { bad-address: { parameters: { failures: many } } }" }),
    rule({
      query: "query: SigninLogs | summarize Count = count() | where Count > failures",
      parameters: "parameters: { failures: { type: int, default: 10, description: failures } }",
    }),
  ),
  prefer: documents(
    tenant({ overrides: "overrides: { bad-address: { parameters: { failures: 20 } } }" }),
    rule({
      query: "query: SigninLogs | summarize Count = count() | where Count > failures",
      parameters: "parameters: { failures: { type: int, default: 10, description: failures } }",
    }),
  ),
  nearMiss: documents(
    tenant({ overrides: "overrides: { bad-address: { parameters: { failures: 3 } } }" }),
    rule({
      query: "query: SigninLogs | summarize Count = count() | where Count > failures",
      parameters: "parameters: { failures: { type: real, default: 10, minimum: 3, description: failures } }",
    }),
  ),
};
