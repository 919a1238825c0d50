/** A playbook that does nothing. */

import type { CheckInfo } from "../../../diagnostics";
import { rawPlaybook, stepPlaybook } from "./example";

export const noDefinition: CheckInfo = {
  code: "PKT5501",
  severity: "error",
  title: "a playbook that does nothing",
  why: "A playbook without content would be deployed as an empty workflow that answers every incident with nothing.",
  source: "picket",
  avoid: rawPlaybook({ definition: "" }),
  prefer: rawPlaybook(),
  nearMiss: stepPlaybook({ steps: "steps: [{ add-task: Call the user }]" }),
};
