/** A policy of ours that blocks break-glass, as deployed or as promoted. */

import type { CheckInfo } from "../../../diagnostics";
import { BLOCK, documents, GLASS, policy, tenant } from "./example";

export const lockOut: CheckInfo = {
  code: "PKT5415",
  severity: "error",
  title: "a policy that can lock the emergency accounts out",
  why: "Proved over all sign-ins, with every other policy of the tenant that is known: as deployed, and as it will be once every policy is promoted. A Plan that can lock everybody out does not compile.",
  source:
    "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access, read 2026-11-23",
  avoid: documents(tenant({ access: GLASS, stage: "stage: enforce" }), policy({ grant: BLOCK, clients: "[other]" })),
  prefer: documents(
    tenant({ access: GLASS, stage: "stage: enforce" }),
    policy({ grant: BLOCK, clients: "[other]", exclude: "excludeGroups: [break-glass]" }),
  ),
  nearMiss: documents(tenant({ access: GLASS, stage: "stage: enforce" }), policy()),
};
