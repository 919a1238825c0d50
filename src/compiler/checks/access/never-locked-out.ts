/** Over which policies it is proved that break-glass gets in. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, location, policy, rule, tenant } from "./example";

export const neverLockedOut: CheckInfo = {
  code: "PKT5418",
  severity: "info",
  title: "what the proof of the emergency accounts covers",
  why: "A proof holds over the policies that it knows: those of this Plan and those of the baseline. Without a complete baseline another policy of the tenant may still block.",
  source: "picket",
  avoid: documents(tenant({ access: GLASS }), policy({ exclude: "excludeGroups: [break-glass]" })),
  prefer: documents(tenant({ access: GLASS }), rule()),
  nearMiss: documents(tenant({ access: GLASS }), location()),
};
