/** A tenant with policies that names no emergency accounts. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, group, policy, rule, tenant } from "./example";

export const breakGlassUnnamed: CheckInfo = {
  code: "PKT5414",
  severity: "warning",
  title: "policies in a tenant without emergency accounts",
  why: "Nothing proves that somebody still gets in when a policy goes wrong. Microsoft recommends two or more cloud-only emergency accounts that policies leave out.",
  source:
    "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access, read 2026-11-23",
  avoid: documents(tenant(), policy()),
  prefer: documents(tenant({ access: GLASS }), policy({ exclude: "excludeGroups: [break-glass]" })),
  nearMiss: documents(tenant(), rule(), group()),
};
