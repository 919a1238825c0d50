/** A tenant whose base does not exist. */

import type { CheckInfo } from "../../diagnostics";
import { documents, rule, tenant } from "./example";

export const unknownBase: CheckInfo = {
  code: "PKT5201",
  severity: "error",
  title: "a tenant that extends none",
  why: "What the base would have said is missing: stages, tables and exceptions of it would silently not hold.",
  source: "picket",
  avoid: documents(tenant({ extends: "extends: base" }), rule()),
  prefer: documents(
    rule(),
    tenant({ extends: "extends: base" }),
    tenant({ key: "key: base", tenantId: "", stage: "stage: observe" }),
  ),
  nearMiss: documents(
    rule(),
    tenant({ extends: "extends: europe" }),
    tenant({ key: "key: europe", tenantId: "", extends: "extends: base" }),
    tenant({ key: "key: base", tenantId: "", stage: "stage: observe" }),
  ),
};
