/** A declared right that is not needed. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const rightNotNeeded: CheckInfo = {
  code: "PKT5512",
  severity: "warning",
  title: "a declared right that is not needed",
  why: "A declaration is for calls that picket does not know; for others the least right is known, and nothing more is given.",
  source: "picket",
  avoid: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/users")),
    rights: "rights: { Call: [{ graph: User.ReadWrite.All }] }",
  }),
  prefer: rawPlaybook({ definition: definition(call("GET", "https://graph.microsoft.com/v1.0/users")) }),
  nearMiss: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/users/1/planner/tasks")),
    rights: "rights: { Call: [{ graph: Tasks.Read.All }] }",
  }),
};
