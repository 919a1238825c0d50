/** A playbook that acts on accounts in a tenant without known break-glass accounts. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, rule, tenant } from "../example";
import { PLACE, stepPlaybook } from "./example";

export const breakGlassUnknown: CheckInfo = {
  code: "PKT5524",
  severity: "error",
  title: "a playbook that acts on accounts in a tenant without known break-glass accounts",
  why: "The guard can keep only those accounts out that it knows. A false alert could otherwise lock out the last way in.",
  source:
    "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access, read 2026-11-23",
  avoid: documents(tenant({ ...PLACE, breakGlass: "" }), rule(), stepPlaybook()),
  prefer: documents(tenant(PLACE), rule(), stepPlaybook()),
  nearMiss: documents(
    tenant({ ...PLACE, breakGlass: "" }),
    rule(),
    stepPlaybook({ steps: "steps: [{ add-task: Call the user }]" }),
  ),
};
