/** A parameter that nothing in the query names. */

import type { CheckInfo } from "../../diagnostics";
import { rule } from "./example";

export const parameterUnused: CheckInfo = {
  code: "PKT5006",
  severity: "warning",
  title: "a parameter that the query does not use",
  why: "A tenant that sets it would see nothing change.",
  source: "picket",
  avoid: rule({ parameters: "parameters: { failures: { type: int, default: 10, description: failures } }" }),
  prefer: rule({
    query: "query: SigninLogs | summarize Count = count() | where Count > failures",
    parameters: "parameters: { failures: { type: int, default: 10, description: failures } }",
  }),
  nearMiss: rule({
    query:
      "query: let enough = (count:long) { count > failures }; SigninLogs | summarize Count = count() | where enough(Count)",
    parameters: "parameters: { failures: { type: int, default: 10, description: failures } }",
  }),
};
