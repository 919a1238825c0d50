/** The condition of an exception. */

import type { CheckInfo } from "../../diagnostics";
import { documents, exception, rule, tenant } from "./example";

export const exceptionValue: CheckInfo = {
  code: "PKT5231",
  severity: "error",
  title: "an exception whose condition can't be applied",
  why: "A condition that can't be compiled would either silence nothing or everything.",
  source: "picket",
  avoid: documents(tenant({ exceptions: exception({ where: "{ UserPrincipalName: [{ from: 1 }] }" }) }), rule()),
  prefer: documents(tenant({ exceptions: exception() }), rule()),
  nearMiss: documents(
    tenant({ exceptions: exception({ where: "{ IPAddress: { cidr: [192.0.2.0/24] }, ResultType: 0 }" }) }),
    rule(),
  ),
};
