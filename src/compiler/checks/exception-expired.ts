/** An exception past its last day. */

import type { CheckInfo } from "../../diagnostics";
import { documents, exception, rule, tenant } from "./example";

export const exceptionExpired: CheckInfo = {
  code: "PKT5232",
  severity: "error",
  title: "an exception that has ended",
  why: "Exceptions end so that somebody looks again. A deployment keeps an ended one with a warning, so that no expiry stops it during an incident.",
  source: "picket",
  avoid: documents(tenant({ exceptions: exception({ until: "2020-03-31" }) }), rule()),
  prefer: documents(tenant({ exceptions: exception() }), rule()),
  nearMiss: documents(tenant({ exceptions: exception({ until: "2026-01-15 # today: the last day is in" }) }), rule()),
};
