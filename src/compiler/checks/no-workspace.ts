/** A tenant with the analytics plane and no workspace. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const noWorkspace: CheckInfo = {
  code: "PKT5214",
  severity: "error",
  title: "a tenant without a workspace",
  why: "Rules are deployed into a Log Analytics workspace.",
  source: "picket",
  avoid: documents(tenant({ workspace: "" }), rule()),
  prefer: documents(tenant(), rule()),
  nearMiss: documents(tenant({ workspace: "", planes: "planes: [access]", allowEmpty: "allowEmpty: true" }), rule()),
};
