/** More groups than the guard can ask about. */

import type { CheckInfo } from "../../../diagnostics";
import { groups, stepPlaybook } from "./example";

export const guardGroups: CheckInfo = {
  code: "PKT5525",
  severity: "error",
  title: "more groups than the guard can ask about",
  why: "The guard asks Graph for all of its groups in one question, which takes at most twenty.",
  source: "https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups, read 2026-11-23",
  avoid: () => stepPlaybook({ guard: `guard: { exempt: [${groups(20)}] }` }),
  prefer: stepPlaybook({ guard: "guard: { exempt: [44444444-4444-4444-8444-444444444444] }" }),
  nearMiss: () => stepPlaybook({ guard: `guard: { exempt: [${groups(19)}] }` }),
};
