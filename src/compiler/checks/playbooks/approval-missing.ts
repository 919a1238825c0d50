/** A question that nobody can answer. */

import type { CheckInfo } from "../../../diagnostics";
import { stepPlaybook } from "./example";

export const approvalMissing: CheckInfo = {
  code: "PKT5522",
  severity: "error",
  title: "a question that nobody can answer",
  why: "Without `approval` the answer would always be no, and the step would never act.",
  source: "picket",
  avoid: stepPlaybook({ guard: "guard: { privileged: ask }" }),
  prefer: stepPlaybook({
    guard: "guard: { privileged: ask }",
    approval: "approval: { by: [lead@contoso.example] }",
  }),
  nearMiss: stepPlaybook({ guard: "guard: { privileged: refuse }" }),
};
