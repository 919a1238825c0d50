/** A step that is written wrongly. */

import type { CheckInfo } from "../../../diagnostics";
import { stepPlaybook } from "./example";

export const stepSpelling: CheckInfo = {
  code: "PKT5520",
  severity: "error",
  title: "a step that is written wrongly",
  why: "Each step of the list is one name, with or without settings; and the document says what starts it.",
  source: "picket",
  avoid: stepPlaybook({ steps: "steps:\n  - disable-user: {}\n    revoke-sessions: {}" }),
  prefer: stepPlaybook({ steps: "steps:\n  - disable-user: {}\n  - revoke-sessions: {}" }),
  nearMiss: stepPlaybook({ steps: "steps:\n  - disable-user: { onFailure: continue }\n  - revoke-sessions" }),
};
