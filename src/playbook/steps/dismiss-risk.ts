/** Takes the risk of an account back. */

import { Type } from "typebox";
import { call, GRAPH, inOrder } from "./parts/actions";
import { outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

export const dismissRisk: AccountStep = {
  kind: "account",
  name: "dismiss-risk",
  summary: "Dismisses the user risk that mark-compromised set on the same incident.",
  does: () => "dismiss the risk of the account",
  repeat: "Dismissing again does no harm.",
  source: "https://learn.microsoft.com/graph/api/riskyuser-dismiss, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  memory: "undo",
  act: () =>
    inOrder({
      Dismiss: call({
        method: "POST",
        uri: `${GRAPH}/identityProtection/riskyUsers/dismiss`,
        body: { userIds: ["@{body('User')?['id']}"] },
      }),
      Outcome: outcome({ outcome: "'done'", detail: "'risk dismissed'" }),
    }),
};
