/** A policy that names break-glass in a tenant without any. */

import type { CheckInfo } from "../../../diagnostics";
import { documents, GLASS, policy, tenant } from "./example";

export const noBreakGlass: CheckInfo = {
  code: "PKT5413",
  severity: "error",
  title: "emergency accounts that the tenant does not name",
  why: "A policy that leaves out `break-glass` leaves out whoever the tenant says they are; a tenant that names nobody would leave out nobody.",
  source: "picket",
  avoid: documents(tenant(), policy({ exclude: "excludeGroups: [break-glass]" })),
  prefer: documents(tenant({ access: GLASS }), policy({ exclude: "excludeGroups: [break-glass]" })),
  nearMiss: documents(tenant(), policy({ exclude: "excludeGroups: [b9000000-0000-4000-8000-0000000000b9]" })),
};
