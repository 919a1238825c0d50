/** Enables an account again. */

import { Type } from "typebox";
import { call, choose, GRAPH, inOrder } from "./parts/actions";
import { HOME_NOTE, outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

export const enableUser: AccountStep = {
  kind: "account",
  name: "enable-user",
  summary: "Enables an account that disable-user disabled on the same incident; one that was disabled before stays so.",
  does: () => "enable the account again",
  repeat: "It looks first; an account that is enabled is left alone.",
  source: "https://learn.microsoft.com/graph/api/user-update, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  memory: "undo",
  act: () =>
    inOrder({
      If_disabled: choose("equals(body('User')?['accountEnabled'], false)", {
        Enable: call({
          method: "PATCH",
          uri: `${GRAPH}/users/@{body('User')?['id']}`,
          body: { accountEnabled: true },
        }),
      }),
      Outcome: outcome({
        outcome: "if(equals(body('User')?['accountEnabled'], false), 'done', 'already')",
        detail: `concat(if(equals(body('User')?['accountEnabled'], false), 'enabled', 'was enabled already'), ${HOME_NOTE})`,
      }),
    }),
};
