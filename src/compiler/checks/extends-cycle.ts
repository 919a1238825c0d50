/** A circle of extended tenants. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const extendsCycle: CheckInfo = {
  code: "PKT5202",
  severity: "error",
  title: "a tenant that extends itself",
  why: "Of two tenants that extend each other neither has a first word.",
  source: "picket",
  avoid: documents(tenant({ extends: "extends: contoso" }), rule()),
  prefer: documents(
    rule(),
    tenant({ extends: "extends: base" }),
    tenant({ key: "key: base", tenantId: "", stage: "stage: observe" }),
  ),
  nearMiss: documents(
    rule(),
    tenant({ extends: "extends: base" }),
    tenant({ key: "key: fabrikam", extends: "extends: base" }),
    tenant({ key: "key: base", tenantId: "", stage: "stage: observe" }),
  ),
};
