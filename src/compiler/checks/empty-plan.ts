/** A Plan without a resource. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const emptyPlan: CheckInfo = {
  code: "PKT5215",
  severity: "error",
  title: "a tenant that gets nothing",
  why: "An empty Plan would delete all that is deployed; most often a folder was not found.",
  source: "picket",
  avoid: tenant(),
  prefer: tenant({ allowEmpty: "allowEmpty: true" }),
  nearMiss: documents(tenant(), rule({ enabled: "enabled: false" })),
};
