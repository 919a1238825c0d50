/** The file of a tenant's other policies. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, policy, tenant } from "./example";

export const baselineFile: CheckInfo = {
  code: "PKT5417",
  severity: "error",
  title: "a baseline that can't be read",
  why: "Proofs hold over the policies that are known. A baseline that is missing or broken would leave out what decides.",
  source: "picket, docs/access-policies.md",
  avoid: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: missing.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
  prefer: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: leaves-out.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
  nearMiss: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: empty.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
};
