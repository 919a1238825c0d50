/** An undo of nothing. */

import type { CheckInfo } from "../../../diagnostics";
import { stepPlaybook } from "./example";

export const nothingToUndo: CheckInfo = {
  code: "PKT5526",
  severity: "error",
  title: "an undo of nothing",
  why: "A playbook that takes nothing back would be there for the moment in which it is needed, and do nothing.",
  source: "picket",
  avoid: stepPlaybook({ steps: "steps: [revoke-sessions]", undo: "undo: true" }),
  prefer: stepPlaybook({ undo: "undo: true" }),
  nearMiss: stepPlaybook({ steps: "steps: [revoke-sessions, disable-user]", undo: "undo: true" }),
};
