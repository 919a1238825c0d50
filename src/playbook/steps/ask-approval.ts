/** Asks the approvers before anything is done about an account. */

import { Type } from "typebox";
import { approvalQuestion, unapproved } from "./parts/approval";
import type { GateStep } from "./step";

export const askApproval: GateStep = {
  kind: "gate",
  name: "ask-approval",
  summary: "Asks those of `approval` for every account. Silence, or the answer of the account itself, means no.",
  does: () => "ask for approval",
  repeat: "Each run asks once for each account.",
  source: "https://learn.microsoft.com/connectors/office365, read 2026-11-23",
  settings: Type.Object({}),
  ask: (_, { approval, title }) => (approval ? { Ask_approval: approvalQuestion(approval, "act", title) } : {}),
  refusal: (_, { approval }) => (approval ? unapproved(approval, "Ask_approval") : "'refused: nobody can approve'"),
};
