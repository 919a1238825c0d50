/** Gives an account a password that nobody knows. */

import { Type } from "typebox";
import { type ActionJson, call, choose, GRAPH, inOrder } from "./parts/actions";
import { outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

const IS_SYNCED = "equals(body('User')?['onPremisesSyncEnabled'], true)";

/** Long and of all kinds of characters; made in the call, kept nowhere, shown to nobody. */
const PASSWORD = "@{concat('Pk!', guid(), toUpper(guid()))}";

export const resetPassword: AccountStep = {
  kind: "account",
  name: "reset-password",
  summary:
    "Sets a random password that nobody learns, to be changed at the next sign-in: the user gets in again by self-service reset or through the help desk. An account that is synchronised from on-premises is left to people.",
  does: () => "reset the password",
  repeat: "A tag on the incident keeps it from being reset twice.",
  source: "https://learn.microsoft.com/graph/api/user-update, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  memory: "once",
  act: () =>
    inOrder({
      If_cloud: choose(`not(${IS_SYNCED})`, { Reset: resetCall() }),
      Outcome: outcome({
        outcome: `if(${IS_SYNCED}, 'refused', 'done')`,
        detail: `if(${IS_SYNCED}, 'the password is ruled on-premises: reset it there', 'password reset')`,
      }),
    }),
};

function resetCall(): ActionJson {
  const { inputs, ...rest } = call({
    method: "PATCH",
    uri: `${GRAPH}/users/@{body('User')?['id']}`,
    body: { passwordProfile: { forceChangePasswordNextSignIn: true, password: PASSWORD } },
  });
  return {
    ...rest,
    inputs: inputs ?? null,
    // The run history shows neither the password nor the answer.
    runtimeConfiguration: { secureData: { properties: ["inputs", "outputs"] } },
  };
}
