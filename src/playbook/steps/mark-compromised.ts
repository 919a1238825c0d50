/** Tells Entra that an account is compromised. */

import { Type } from "typebox";
import { call, GRAPH, inOrder } from "./parts/actions";
import { outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

export const markCompromised: AccountStep = {
  kind: "account",
  name: "mark-compromised",
  summary:
    "Sets the user risk to high (Entra ID P2). Conditional access by user risk then asks for MFA and a new password: often the best first step.",
  does: () => "mark the account as compromised",
  repeat: "Confirming again does no harm.",
  source: "https://learn.microsoft.com/graph/api/riskyuser-confirmcompromised, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  undo: "dismiss-risk",
  act: () =>
    inOrder({
      Confirm: call({
        method: "POST",
        uri: `${GRAPH}/identityProtection/riskyUsers/confirmCompromised`,
        body: { userIds: ["@{body('User')?['id']}"] },
      }),
      Outcome: outcome({ outcome: "'done'", detail: "'marked as compromised'" }),
    }),
};
