/** An exception near its last day. */

import type { CheckInfo } from "../../diagnostics";
import { documents, exception, rule, tenant } from "./example";

export const exceptionExpiring: CheckInfo = {
  code: "PKT5233",
  severity: "warning",
  title: "an exception that ends soon",
  why: "Fourteen days before its last day somebody should decide whether it is still right.",
  source: "picket",
  avoid: documents(tenant({ exceptions: exception({ until: "2026-01-20" }) }), rule()),
  prefer: documents(tenant({ exceptions: exception() }), rule()),
  nearMiss: documents(
    tenant({ exceptions: exception({ until: "2026-01-29 # 14 days after today, and the last day is in" }) }),
    rule(),
  ),
};
