/** A call whose right is not known. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const unknownRight: CheckInfo = {
  code: "PKT5510",
  severity: "error",
  title: "a call whose right is not known",
  why: "The identity of a playbook gets exactly what its calls need. Where that is not known, the document says it; a guess would be too much, or would fail in the incident.",
  source: "picket",
  avoid: rawPlaybook({ definition: definition(call("GET", "https://graph.microsoft.com/v1.0/planner/tasks")) }),
  prefer: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/planner/tasks")),
    rights: "rights: { Call: [{ graph: Tasks.Read.All }] }",
  }),
  nearMiss: rawPlaybook({ definition: definition(call("GET", "https://graph.microsoft.com/v1.0/users/1")) }),
};
