/** A policy of ours that the baseline has too. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, policy, tenant } from "./example";

export const baselineTwin: CheckInfo = {
  code: "PKT5423",
  severity: "warning",
  title: "a policy that the tenant has already under that name",
  why: "Existing policies are never taken over silently. Deploying this one makes a second of the same name; `adopt` takes the existing one over instead.",
  source: "picket",
  avoid: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: leaves-out.json }" }),
    policy({ title: "displayName: Block legacy authentication", exclude: "excludeGroups: [break-glass]" }),
  ),
  prefer: documents(
    tenant({
      access: GLASS,
      baseline: "access: { baseline: leaves-out.json }",
      adopt: "adopt: { some-policy: 9a000000-0000-4000-8000-000000000001 }",
    }),
    policy({ title: "displayName: Block legacy authentication", exclude: "excludeGroups: [break-glass]" }),
  ),
  nearMiss: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: leaves-out.json }" }),
    policy({ title: "displayName: Block legacy authentication of guests", exclude: "excludeGroups: [break-glass]" }),
  ),
};
