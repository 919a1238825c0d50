/** Disables an account. */

import { Type } from "typebox";
import { call, choose, GRAPH, inOrder } from "./parts/actions";
import { HOME_NOTE, outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

export const disableUser: AccountStep = {
  kind: "account",
  name: "disable-user",
  summary:
    "Disables the account: nobody signs in with it any more. Sessions that are open stay until they are revoked.",
  does: () => "disable the account",
  repeat: "It looks first; an account that is disabled is left alone.",
  source: "https://learn.microsoft.com/graph/api/user-update, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  undo: "enable-user",
  act: () =>
    inOrder({
      If_enabled: choose("equals(body('User')?['accountEnabled'], true)", {
        Disable: call({
          method: "PATCH",
          uri: `${GRAPH}/users/@{body('User')?['id']}`,
          body: { accountEnabled: false },
        }),
      }),
      Outcome: outcome({
        outcome: "if(equals(body('User')?['accountEnabled'], true), 'done', 'already')",
        detail: `concat(if(equals(body('User')?['accountEnabled'], true), 'disabled', 'was disabled already'), ${HOME_NOTE})`,
      }),
    }),
};
