/** A proof that could not be made. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, location, policy, tenant } from "./example";

export const accessNotProven: CheckInfo = {
  code: "PKT5420",
  severity: "error",
  title: "a tenant of which nothing can be proved",
  why: "Something in the policies or locations of the tenant is not known or not evaluated. Without a proof that the emergency accounts get in, no Plan is made.",
  source: "picket",
  avoid: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: far-away.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
  prefer: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: leaves-out.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
  ),
  nearMiss: documents(
    tenant({ access: GLASS, baseline: "access: { baseline: far-away.json }" }),
    policy({ exclude: "excludeGroups: [break-glass]" }),
    location({ existing: "existing: true", id: "id: 10ca0000-0000-4000-8000-000000000099" }),
  ),
};
