/** A question after what it decides about. */

import type { CheckInfo } from "../../../diagnostics";
import { stepPlaybook } from "./example";

export const stepOrder: CheckInfo = {
  code: "PKT5521",
  severity: "error",
  title: "a question after what it decides about",
  why: "Approval and verification decide whether anything is done about an account, so they come before the first step that does something.",
  source: "picket",
  avoid: stepPlaybook({
    steps: "steps: [disable-user, ask-approval]",
    approval: "approval: { by: [lead@contoso.example] }",
  }),
  prefer: stepPlaybook({
    steps: "steps: [ask-approval, disable-user]",
    approval: "approval: { by: [lead@contoso.example] }",
  }),
  nearMiss: stepPlaybook({
    steps: "steps: [investigate-source, ask-approval, disable-user]",
    approval: "approval: { by: [lead@contoso.example] }",
  }),
};
