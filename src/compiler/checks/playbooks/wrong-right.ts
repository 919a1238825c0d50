/** A declared right that does not exist. */

import type { CheckInfo } from "../../../diagnostics";
import { call, definition, rawPlaybook } from "./example";

export const wrongRight: CheckInfo = {
  code: "PKT5511",
  severity: "error",
  title: "a declared right that does not exist",
  why: "A permission or role that does not exist can not be given, and the call would fail in the incident.",
  source: "picket",
  avoid: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/planner/tasks")),
    rights: "rights: { Call: [{ graph: Tasks.Read.Everything }] }",
  }),
  prefer: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/planner/tasks")),
    rights: "rights: { Call: [{ graph: Tasks.Read.All }] }",
  }),
  nearMiss: rawPlaybook({
    definition: definition(call("GET", "https://graph.microsoft.com/v1.0/planner/tasks")),
    rights: "rights: { Call: [{ role: Microsoft Sentinel Reader, scope: workspace }] }",
  }),
};
