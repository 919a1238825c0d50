/** Ends all sessions of an account. */

import { Type } from "typebox";
import { call, GRAPH, inOrder } from "./parts/actions";
import { outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

export const revokeSessions: AccountStep = {
  kind: "account",
  name: "revoke-sessions",
  summary:
    "Revokes refresh tokens and session cookies. Access tokens live on for up to an hour where continuous access evaluation is not supported.",
  does: () => "revoke all sessions",
  repeat: "Revoking again does no harm.",
  source: "https://learn.microsoft.com/graph/api/user-revokesigninsessions, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  act: () =>
    inOrder({
      Revoke: call({ method: "POST", uri: `${GRAPH}/users/@{body('User')?['id']}/revokeSignInSessions` }),
      Outcome: outcome({ outcome: "'done'", detail: "'sessions revoked'" }),
    }),
};
