/** Deletes the ways in which an account proves itself. */

import { Type } from "typebox";
import { type Actions, after, call, compose, each, filter, GRAPH, inOrder, RAN } from "./parts/actions";
import { outcome } from "./parts/outcome";
import type { AccountStep } from "./step";

/** `#microsoft.graph.phoneAuthenticationMethod` is found under `phoneMethods`. */
const COLLECTION =
  "replace(replace(item()?['@odata.type'], '#microsoft.graph.', ''), 'AuthenticationMethod', 'Methods')";

export const resetMfa: AccountStep = {
  kind: "account",
  name: "reset-mfa",
  summary:
    "Deletes all authentication methods but the password, so that those of an attacker are gone too; the user registers again. Never without approval.",
  does: () => "delete the registered authentication methods",
  repeat: "A method that is gone counts as deleted.",
  source: "https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview, read 2026-11-23",
  settings: Type.Object({}),
  isDestructive: true,
  ask: "always",
  act: (): Actions => {
    const methods = `${GRAPH}/users/@{body('User')?['id']}/authentication`;
    return inOrder({
      Methods: call({ method: "GET", uri: `${methods}/methods` }),
      Deletable: filter(
        "body('Methods')['value']",
        "not(equals(item()?['@odata.type'], '#microsoft.graph.passwordAuthenticationMethod'))",
      ),
      Each_method: each("body('Deletable')", {
        Delete: call({ method: "DELETE", uri: `${methods}/@{${COLLECTION}}/@{encodeUriComponent(item()?['id'])}` }),
        Deleted: after(compose("@outputs('Delete')?['statusCode']"), { Delete: RAN }),
      }),
      // Any other answer than "deleted" and "not there" leaves a method behind.
      Left: filter("coalesce(outputs('Deleted'), json('[]'))", "not(contains(createArray(204, 404), item()))"),
      Outcome: outcome({
        outcome: "if(empty(body('Left')), if(empty(body('Deletable')), 'already', 'done'), 'failed')",
        detail:
          "concat(length(body('Deletable')), ' methods, ', length(body('Left')), ' of them could not be deleted')",
      }),
    });
  },
};
