/** The baseline alone blocks break-glass. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, policy, tenant } from "./example";

export const lockOutByBaseline: CheckInfo = {
  code: "PKT5416",
  severity: "warning",
  title: "the emergency accounts can be locked out by other policies of the tenant",
  why: "The policies of the baseline are not ours to change here, and this Plan does not make it worse; that somebody can still get in is worth a look all the same.",
  source:
    "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access, read 2026-11-23",
  avoid: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: locks-out.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
  prefer: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: leaves-out.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
  nearMiss: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: reports-only.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
};
